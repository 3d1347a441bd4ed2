package org.clientele.dataimport.ui;

/** Addresses of a vertical's data pages. */
public final class DataNavigation {
    private DataNavigation() {}

    /** The history of imports and the vertical's settings. */
    public static String data(String verticalKey) {
        return "v/" + verticalKey + "/data";
    }

    /** The wizard that imports a file. */
    public static String newImport(String verticalKey) {
        return data(verticalKey) + "/import";
    }

    static String run(String verticalKey, long importId) {
        return newImport(verticalKey) + "?run=" + importId;
    }
}

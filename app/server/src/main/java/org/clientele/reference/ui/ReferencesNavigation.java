package org.clientele.reference.ui;

/** Addresses of a vertical's keyed lists. */
public final class ReferencesNavigation {
    private ReferencesNavigation() {}

    /** The list of the vertical's first reference, with a choice among the others. */
    public static String to(String verticalKey) {
        return "v/" + verticalKey + "/data/references";
    }

    static String to(String verticalKey, String reference) {
        return to(verticalKey) + "/" + reference;
    }
}

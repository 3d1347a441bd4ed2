package org.clientele.report.ui;

/** Addresses of reports, for links from other screens. */
public final class ReportsNavigation {
    private ReportsNavigation() {}

    /** The list of a vertical's reports. */
    public static String to(String verticalKey) {
        return "v/" + verticalKey + "/reports";
    }

    /** A report. */
    public static String to(String verticalKey, String report) {
        return to(verticalKey) + "/" + report;
    }
}

package org.clientele.segment.ui;

/** Addresses of the segments of a vertical, for links from every other screen. */
public final class SegmentsNavigation {
    static final String MODEL = "model";

    private SegmentsNavigation() {}

    /** The segments of the first model. */
    public static String segments(String verticalKey) {
        return "v/" + verticalKey + "/segments";
    }

    /** When they were computed, and computing them now. */
    static String recomputes(String verticalKey) {
        return segments(verticalKey) + "/recomputes";
    }

    /** The segments of a model. */
    public static String model(String verticalKey, String model) {
        return segments(verticalKey) + "?" + MODEL + "=" + model;
    }

    /** Where a model is edited. */
    public static String studio(String verticalKey, String model) {
        return "v/" + verticalKey + "/segments/" + model + "/studio";
    }
}

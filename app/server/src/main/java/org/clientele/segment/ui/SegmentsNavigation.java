package org.clientele.segment.ui;

/** Addresses of the segments of a vertical, for links from every other screen. */
public final class SegmentsNavigation {
    static final String MODEL = "model";

    private SegmentsNavigation() {}

    /** The segments of a model. */
    public static String model(String verticalKey, String model) {
        return "v/" + verticalKey + "/segments?" + MODEL + "=" + model;
    }
}

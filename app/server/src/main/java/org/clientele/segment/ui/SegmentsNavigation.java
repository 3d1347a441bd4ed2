package org.clientele.segment.ui;

import org.clientele.segment.SegmentName;

/** Addresses of the segments and strategies of a vertical, for links from every other screen. */
public final class SegmentsNavigation {
    static final String MODEL = "model";
    static final String SEGMENT = "segment";

    private SegmentsNavigation() {}

    /** The segments of a model. */
    public static String model(String verticalKey, String model) {
        return "v/" + verticalKey + "/segments?" + MODEL + "=" + model;
    }

    /** What to do for the segments of a model. */
    public static String strategies(String verticalKey, String model) {
        return "v/" + verticalKey + "/strategies?" + MODEL + "=" + model;
    }

    /** What to do for a segment. */
    public static String strategy(String verticalKey, SegmentName segment) {
        return "v/%s/strategies?%s=%s&%s=%s".formatted(verticalKey, MODEL, segment.model(), SEGMENT, segment.segment());
    }
}

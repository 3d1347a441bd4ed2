package org.clientele.strategy.ui;

import org.clientele.segment.SegmentName;

/** Addresses of the strategies of a vertical, for links from every other screen. */
public final class StrategiesNavigation {
    static final String MODEL = "model";
    static final String SEGMENT = "segment";

    private StrategiesNavigation() {}

    /** What to do for the segments of the first model. */
    static String strategies(String verticalKey) {
        return "v/" + verticalKey + "/strategies";
    }

    /** Which strategy a customer gets who is in several segments. */
    public static String order(String verticalKey) {
        return strategies(verticalKey) + "/order";
    }

    /** Where the strategy of a segment, or of whoever meets a condition, is written. */
    public static String edit(String verticalKey, SegmentName segment) {
        return "v/%s/strategies/edit?%s=%s&%s=%s"
                .formatted(verticalKey, MODEL, segment.model(), SEGMENT, segment.segment());
    }

    /** Whom a strategy leaves untreated, and what that shows. */
    public static String uplift(String verticalKey, SegmentName segment) {
        return "v/%s/strategies/uplift?%s=%s&%s=%s"
                .formatted(verticalKey, MODEL, segment.model(), SEGMENT, segment.segment());
    }

    /** What to do for the segments of a model. */
    public static String model(String verticalKey, String model) {
        return "v/" + verticalKey + "/strategies?" + MODEL + "=" + model;
    }

    /** What to do for a segment. */
    public static String segment(String verticalKey, SegmentName segment) {
        return "v/%s/strategies?%s=%s&%s=%s".formatted(verticalKey, MODEL, segment.model(), SEGMENT, segment.segment());
    }
}

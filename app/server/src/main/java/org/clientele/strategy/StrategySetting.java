package org.clientele.strategy;

import java.time.Instant;
import org.clientele.segment.SegmentName;

/**
 * Something that somebody set about how strategies are carried out.
 *
 * @param segment whose strategy it concerns, or {@link #ALL}
 * @param content JSON
 * @param author login
 */
public record StrategySetting(SegmentName segment, Kind kind, String content, String author, Instant setAt) {
    /** Stands for all strategies of a vertical. */
    public static final SegmentName ALL = new SegmentName(StrategyChange.CONDITION, StrategyChange.CONDITION);

    /** What is set. */
    public enum Kind {
        /** {@link ContactRules}. */
        CONTACT,
        /** {@link HoldoutPlan}. */
        HOLDOUT
    }
}

package org.clientele.strategy;

import java.time.Instant;
import org.clientele.segment.SegmentName;

/**
 * From when a published version applies, without what it says.
 *
 * @param settledAt when it was published or approved
 */
public record StrategyMoment(SegmentName segment, int number, Instant effectiveAt, Instant settledAt) {
    /** Whether it did not apply at once. */
    boolean wasPlanned() {
        return effectiveAt.isAfter(settledAt);
    }
}

package org.clientele.strategy;

import java.time.LocalDate;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.segment.SegmentName;

/**
 * A play that falls due for a customer.
 *
 * @param day as the vertical counts
 */
public record DuePlay(long customerId, SegmentName segment, PlayDefinition play, LocalDate day) {
    /** What a task of it is. */
    public TaskPlay task() {
        return new TaskPlay(segment, play.id());
    }
}

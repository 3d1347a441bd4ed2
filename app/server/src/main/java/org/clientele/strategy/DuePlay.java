package org.clientele.strategy;

import java.time.LocalDate;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.segment.SegmentName;

/**
 * A play that falls due for a customer.
 *
 * @param countedFrom the day from which it is counted: that of entry, of an activity, a date of the customer
 * @param day as the vertical counts
 */
public record DuePlay(long customerId, SegmentName segment, PlayDefinition play, LocalDate countedFrom, LocalDate day) {
    /** What a task of it is. */
    public TaskPlay task() {
        return new TaskPlay(segment, play.id());
    }
}

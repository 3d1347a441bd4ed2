package org.clientele.worklist;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How much work of a kind one person has.
 *
 * @param person null: what nobody has taken
 * @param weekLate overdue for more than a week, also counted as overdue
 * @param monthLate overdue for more than 30 days, also counted as a week late
 * @param oldest the earliest day on which something is due, or null: nothing is open
 * @param done finished in the last 30 days
 * @param hours from when it was there until it was finished, on average over those; null where none was
 */
public record WorkLoad(
        @Nullable Long person,
        long open,
        long overdue,
        long weekLate,
        long monthLate,
        @Nullable LocalDate oldest,
        long done,
        @Nullable Double hours) {}

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
 * @param timed those of them of which it is known how long they took
 * @param hours from when it was there until it was finished, on average over those of which it is known; null where none is
 */
public record WorkLoad(
        @Nullable Long person,
        long open,
        long overdue,
        long weekLate,
        long monthLate,
        @Nullable LocalDate oldest,
        long done,
        long timed,
        @Nullable Double hours) {
    /** Work of a kind of which it is known how long all that was done took, or of none. */
    public WorkLoad(
            @Nullable Long person,
            long open,
            long overdue,
            long weekLate,
            long monthLate,
            @Nullable LocalDate oldest,
            long done,
            @Nullable Double hours) {
        this(person, open, overdue, weekLate, monthLate, oldest, done, hours == null ? 0 : done, hours);
    }

    /** Two kinds of work of the same person. */
    WorkLoad plus(WorkLoad other) {
        return new WorkLoad(
                person,
                open + other.open,
                overdue + other.overdue,
                weekLate + other.weekLate,
                monthLate + other.monthLate,
                earlier(oldest, other.oldest),
                done + other.done,
                timed + other.timed,
                averaged(other));
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate two) {
        return two == null || (one != null && one.isBefore(two)) ? one : two;
    }

    private @Nullable Double averaged(WorkLoad other) {
        Double mine = hours;
        Double theirs = other.hours;
        if (mine == null || theirs == null) {
            return mine == null ? theirs : mine;
        }
        return (mine * timed + theirs * other.timed) / (timed + other.timed);
    }
}

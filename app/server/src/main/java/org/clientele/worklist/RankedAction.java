package org.clientele.worklist;

import java.util.List;

/**
 * A next action with its rank.
 *
 * @param parts what its points are made of, in the order in which they are said; they add up to {@link #points}
 */
public record RankedAction(NextAction action, int points, List<Part> parts) {
    public RankedAction {
        parts = List.copyOf(parts);
    }

    /** Why points are given. */
    public enum Why {
        /** What it is about. */
        KIND,
        /** Its day was so many days ago. */
        OVERDUE,
        /** Its day is today. */
        TODAY,
        /** Its day is in so many days, within a week. */
        SOON,
        /** Its day is in so many days, within a month. */
        COMING,
        /** A promised time is nearly over. */
        CLOCK_NEAR,
        /** A promised time is over. */
        CLOCK_OVER,
        /** It is so late that managers are told. */
        CLOCK_ESCALATED,
        /** The customer leaves with so many per cent of probability. */
        RISK
    }

    /** @param number days or per cent, as the reason says; otherwise 0 */
    public record Part(Why why, int points, long number) {}
}

package org.clientele.worklist;

import org.jspecify.annotations.Nullable;

/**
 * Something that might be done next for a customer, with what its rank follows from.
 *
 * @param item what to do
 * @param clock how near a promised time is to its end
 * @param risk probability, 0–1, that the customer leaves; 0 where it is about something else
 * @param address page on which it is dealt with, or null: on the customer's
 */
public record NextAction(
        NextActionKind kind,
        WorkItem item,
        Clock clock,
        double risk,
        @Nullable String address) {
    /** How near a promised time is to its end. */
    public enum Clock {
        NONE(0),
        NEAR(10),
        OVER(20),
        ESCALATED(30);

        private final int weight;

        Clock(int weight) {
            this.weight = weight;
        }

        int weight() {
            return weight;
        }
    }

    /** Work without a promised time. */
    public static NextAction of(NextActionKind kind, WorkItem item) {
        return new NextAction(kind, item, Clock.NONE, 0, null);
    }

    NextAction with(WorkItem changed) {
        return new NextAction(kind, changed, clock, risk, address);
    }
}

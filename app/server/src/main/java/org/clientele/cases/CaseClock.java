package org.clientele.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clock of a case against its goal, in the working time of a calendar. It runs in some spans of the case's life and stands in the others; what it shows
 * follows from those spans and the calendar alone, so that an edited calendar, a late start or another node changes nothing but the answer. Pure.
 *
 * @param spans in which it ran, in order; the last may still be open
 * @param goal working time that may pass
 * @param nearShare share of the goal from which the end is near, above 0 and up to 1
 */
public record CaseClock(WorkingCalendar calendar, List<Span> spans, Duration goal, double nearShare) {
    /**
     * A time in which the clock ran.
     *
     * @param until null: it runs still
     */
    public record Span(Instant from, @Nullable Instant until) {}

    /** How a clock stands. */
    public enum Standing {
        FINE,
        NEAR,
        BREACHED
    }

    /**
     * What a clock shows.
     *
     * @param used working time that has passed
     * @param dueAt when the goal was reached, or will be if it runs on; null: it stands before that
     * @param running whether it runs now
     */
    public record Reading(
            Duration used, Duration goal, @Nullable Instant dueAt, Standing standing, boolean running) {
        /** What is left; negative once it is over. */
        public Duration left() {
            return goal.minus(used);
        }
    }

    public CaseClock {
        spans = List.copyOf(spans);
    }

    /** What the clock shows at a moment, which is not before its last span. */
    public Reading at(Instant now) {
        Duration used = Duration.ZERO;
        for (Span span : spans) {
            used = used.plus(calendar.between(span.from(), span.until() == null ? now : span.until()));
        }
        boolean running = !spans.isEmpty() && spans.getLast().until() == null;
        return new Reading(used, goal, reaching(1), standing(used), running);
    }

    /** When the clock has used, or will have used, this share of its goal; null: it stands before that. */
    public @Nullable Instant reaching(double share) {
        Duration left = part(share);
        for (Span span : spans) {
            Instant until = span.until();
            Duration here = until == null ? left : calendar.between(span.from(), until);
            if (left.compareTo(here) <= 0) {
                return calendar.after(span.from(), left);
            }
            left = left.minus(here);
        }
        return null;
    }

    private Standing standing(Duration used) {
        if (used.compareTo(goal) >= 0) {
            return Standing.BREACHED;
        }
        return used.compareTo(part(nearShare)) >= 0 ? Standing.NEAR : Standing.FINE;
    }

    private Duration part(double share) {
        return Duration.ofSeconds(Math.round(goal.toSeconds() * share));
    }
}

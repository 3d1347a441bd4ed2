package org.clientele.segment;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One computation of a vertical's memberships.
 *
 * @param opened memberships begun
 * @param closed memberships ended, taken up again or removed
 * @param failure what went wrong, for the operator's log and support; users see a translated text
 */
public record RecomputeRun(
        long id,
        LocalDate asOf,
        State state,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long customers,
        long opened,
        long closed,
        @Nullable String failure) {
    /** How a run stands. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }
}

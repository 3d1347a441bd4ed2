package org.clientele.segment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One computation of a vertical's memberships.
 *
 * @param startedBy display name of who asked for it; null: the portal itself
 * @param opened memberships begun
 * @param closed memberships ended, taken up again or removed
 * @param failedAt what could not be done, of a failed run
 * @param failure what went wrong, for the operator's log and support; users see a translated text
 */
public record RecomputeRun(
        long id,
        LocalDate asOf,
        State state,
        RecomputeCause cause,
        @Nullable String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long customers,
        long opened,
        long closed,
        @Nullable Stage failedAt,
        @Nullable String failure) {
    /** How a run stands. */
    public enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    /** What a run was at when it failed. */
    public enum Stage {
        LOADING,
        STORING,
        /** Storing, on a disk without room. */
        DISK_FULL,
        /** The portal stopped meanwhile. */
        STOPPED
    }

    /** How long it took; null while it goes on. */
    public @Nullable Duration duration() {
        return finishedAt == null ? null : Duration.between(startedAt, finishedAt);
    }
}

package org.clientele.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a run; never changed afterwards.
 *
 * @param step the step that was done or refused; null for a start or a withdrawal
 * @param recordedAt when it was recorded, which may be later than the day
 * @param actor display name of who recorded it
 */
public record WorkflowEntry(
        Kind kind, @Nullable String step, StepNote data, Instant recordedAt, long actorId, String actor) {
    /** What happened. */
    public enum Kind {
        STARTED,
        DONE,
        REFUSED,
        WITHDRAWN
    }
}

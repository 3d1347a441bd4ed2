package org.clientele.interaction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contact with a customer, as it was written down.
 *
 * @param author display name of who wrote it
 * @param followUpDoneAt when the follow-up was done, or null: open, or none asked for
 * @param version counts edits; an edit of an older version is refused
 */
public record Interaction(
        long id,
        long customerId,
        long authorId,
        String author,
        InteractionData data,
        @Nullable Instant followUpDoneAt,
        int version) {

    /** Whether somebody still has to come back to it. */
    public boolean isOpen() {
        return data.followUpOn() != null && followUpDoneAt == null;
    }
}

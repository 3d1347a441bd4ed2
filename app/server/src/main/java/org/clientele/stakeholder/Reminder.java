package org.clientele.stakeholder;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has to do for a relationship, as it follows from what is kept.
 *
 * @param rowId of the action, the party or the agreement
 * @param title of the action or agreement; empty for a review
 * @param endsOn the agreement's last day
 */
public record Reminder(
        Kind kind,
        long rowId,
        Stakeholder party,
        String title,
        LocalDate dueOn,
        @Nullable Long ownerId,
        @Nullable String owner,
        @Nullable LocalDate endsOn) {
    /** What it is about. */
    public enum Kind {
        ACTION,
        REVIEW,
        AGREEMENT
    }

    /** Unique among all reminders. */
    public long id() {
        return rowId * Kind.values().length + kind.ordinal();
    }
}

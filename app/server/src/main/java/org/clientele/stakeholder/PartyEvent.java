package org.clientele.stakeholder;

import java.time.Instant;
import org.clientele.plugins.api.StrategyDefinition.Relationship;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened with a party.
 *
 * @param author display name
 * @param subject the action or agreement it is about; may be empty
 * @param level of the relationship as a review found it
 * @param health as it was at a review, 0–100
 */
public record PartyEvent(
        long id,
        Kind kind,
        Instant at,
        String author,
        String subject,
        String note,
        @Nullable Relationship level,
        @Nullable Integer health) {
    /** What happened. */
    public enum Kind {
        NOTE,
        REVIEW,
        DONE,
        DROPPED,
        POSTPONED,
        HANDED_OVER
    }
}

package org.clientele.segment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a model. What it says never changes once it stands in the history.
 *
 * @param definition what is set, as {@link ModelChangeCodec} writes it; null where the plugin's definition was not recorded
 * @param note why, in the author's words
 * @param author login of whoever published it or asked for approval; empty: the plugin brought it
 * @param decidedBy login of whoever approved, refused or withdrew it, or null
 * @param decisionNote why it was refused, or null
 * @param effectiveAt from when it applies, or is wished to apply; null: at once, when approved
 */
public record ModelVersion(
        String model,
        int number,
        Kind kind,
        Status status,
        @Nullable String definition,
        String note,
        String author,
        Instant createdAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionNote,
        @Nullable Instant effectiveAt) {

    /** Whose definition it is. */
    public enum Kind {
        /** The plugin's, followed through its upgrades. */
        INSTALLED,
        /** A consultant's. */
        SET
    }

    /** What became of it, as stored. */
    public enum Status {
        /** Waits for approval. */
        REVIEW,
        /** Applies from its moment on, until the next one. */
        PUBLISHED,
        /** Somebody else did not approve. */
        REFUSED,
        /** Taken back before it applied. */
        WITHDRAWN,
        /** A new default of the plugin that nobody has published. */
        OFFERED
    }

    /** Where it stands at a moment. */
    public enum Standing {
        REVIEW,
        SCHEDULED,
        CURRENT,
        SUPERSEDED,
        REFUSED,
        WITHDRAWN,
        OFFERED
    }

    /** Where the version stands. @param current the number of the version that applies */
    public Standing standing(int current, Instant now) {
        return switch (status) {
            case REVIEW -> Standing.REVIEW;
            case REFUSED -> Standing.REFUSED;
            case WITHDRAWN -> Standing.WITHDRAWN;
            case OFFERED -> Standing.OFFERED;
            case PUBLISHED ->
                number == current
                        ? Standing.CURRENT
                        : effectiveAt != null && effectiveAt.isAfter(now) ? Standing.SCHEDULED : Standing.SUPERSEDED;
        };
    }
}

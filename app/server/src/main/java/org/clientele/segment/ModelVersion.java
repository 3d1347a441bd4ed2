package org.clientele.segment;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
        OFFERED,
        /** What a model was made as in the portal; it never applied. */
        CREATED
    }

    /** Where it stands at a moment. */
    public enum Standing {
        REVIEW,
        SCHEDULED,
        CURRENT,
        SUPERSEDED,
        REFUSED,
        WITHDRAWN,
        OFFERED,
        CREATED
    }

    /** Where the version stands. @param current the number of the version that applies */
    public Standing standing(int current, Instant now) {
        return switch (status) {
            case REVIEW -> Standing.REVIEW;
            case REFUSED -> Standing.REFUSED;
            case WITHDRAWN -> Standing.WITHDRAWN;
            case OFFERED -> Standing.OFFERED;
            case CREATED -> Standing.CREATED;
            case PUBLISHED ->
                number == current
                        ? Standing.CURRENT
                        : effectiveAt != null && effectiveAt.isAfter(now) ? Standing.SCHEDULED : Standing.SUPERSEDED;
        };
    }

    /**
     * When the next one began to apply; of two with the same moment the later one does.
     *
     * @param history every version
     * @return null where none has begun, or this one never applied
     */
    public @Nullable Instant supersededAt(List<ModelVersion> history, Instant now) {
        return history.stream()
                .filter(other -> other.status() == Status.PUBLISHED && other.isAfter(this))
                .map(ModelVersion::effectiveAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .filter(until -> !until.isAfter(now))
                .orElse(null);
    }

    private boolean isAfter(ModelVersion before) {
        Instant at = effectiveAt;
        Instant from = before.effectiveAt();
        return at != null && from != null && (at.isAfter(from) || at.equals(from) && number > before.number());
    }
}

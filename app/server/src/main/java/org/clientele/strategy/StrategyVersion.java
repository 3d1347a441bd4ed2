package org.clientele.strategy;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clientele.segment.SegmentName;
import org.jspecify.annotations.Nullable;

/**
 * A version of a strategy. What it says never changes once it stands in the history.
 *
 * @param content what is set, as {@link StrategyCodec} writes it
 * @param note why, in the author's words
 * @param author login of whoever published it or asked for approval; empty: the plugin brought it
 * @param decision what somebody decided on it, where it had to be approved or was taken back
 * @param effectiveAt from when it applies, or is wished to apply; null: at once, when approved
 */
public record StrategyVersion(
        SegmentName segment,
        int number,
        Kind kind,
        Status status,
        String content,
        String note,
        String author,
        Instant createdAt,
        @Nullable Decision decision,
        @Nullable Instant effectiveAt) {
    public StrategyVersion {
        if (status == Status.PUBLISHED && effectiveAt == null) {
            effectiveAt = decision == null ? createdAt : decision.at();
        }
    }

    /** A version on which nobody decided, and that applies at once if at all. */
    public StrategyVersion(
            SegmentName segment,
            int number,
            Kind kind,
            Status status,
            String content,
            String note,
            String author,
            Instant createdAt) {
        this(segment, number, kind, status, content, note, author, createdAt, null, null);
    }

    /** The same, decided. @param from when it applies, or was wished to */
    StrategyVersion decided(Status outcome, Decision by, @Nullable Instant from) {
        return new StrategyVersion(segment, number, kind, outcome, content, note, author, createdAt, by, from);
    }

    /** Whether it is published and still waits for its moment. */
    public boolean isPlanned(Instant now) {
        return status == Status.PUBLISHED && effectiveAt != null && effectiveAt.isAfter(now);
    }

    /** The one of a strategy's versions that applies at a moment: the latest to begin. */
    static Optional<StrategyVersion> applying(List<StrategyVersion> versions, Instant now) {
        return versions.stream()
                .filter(version -> version.status == Status.PUBLISHED && !version.isPlanned(now))
                .max(Comparator.comparing(StrategyVersion::begins).thenComparing(StrategyVersion::number));
    }

    /** When it began to apply, or is to. */
    Instant begins() {
        return effectiveAt == null ? createdAt : effectiveAt;
    }

    /**
     * What became of a wish for approval, or of what was planned.
     *
     * @param by login of whoever decided or took it back
     * @param why not; may be empty
     */
    public record Decision(String by, Instant at, String why) {}

    /** Whose strategy it is. */
    public enum Kind {
        /** The plugin's, followed through its upgrades. */
        INSTALLED,
        /** A consultant's. */
        SET,
        /** There is none any more. */
        RETIRED
    }

    /** What became of it. */
    public enum Status {
        /** Applies from its moment on, until the next one. */
        PUBLISHED,
        /** A new default of the plugin that nobody has published. */
        OFFERED,
        /** Waits for somebody else's approval. */
        REVIEW,
        /** Somebody else did not approve it. */
        REFUSED,
        /** Taken back before it applied. */
        WITHDRAWN
    }
}

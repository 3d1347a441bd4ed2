package org.clientele.strategy;

import java.time.Instant;
import org.clientele.segment.SegmentName;
import org.jspecify.annotations.Nullable;

/**
 * A version of a strategy. What it says never changes once it stands in the history.
 *
 * @param content what is set, as {@link StrategyCodec} writes it
 * @param note why, in the author's words
 * @param author login of whoever published it or asked for approval; empty: the plugin brought it
 * @param decision what somebody else decided on it, where somebody had to
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
        @Nullable Decision decision) {
    /** A version on which nobody decided. */
    public StrategyVersion(
            SegmentName segment,
            int number,
            Kind kind,
            Status status,
            String content,
            String note,
            String author,
            Instant createdAt) {
        this(segment, number, kind, status, content, note, author, createdAt, null);
    }

    /** The same, decided. */
    StrategyVersion decided(Status outcome, Decision by) {
        return new StrategyVersion(segment, number, kind, outcome, content, note, author, createdAt, by);
    }

    /**
     * What became of a wish for approval.
     *
     * @param by login of whoever decided
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
        /** Applies until the next one. */
        PUBLISHED,
        /** A new default of the plugin that nobody has published. */
        OFFERED,
        /** Waits for somebody else's approval. */
        REVIEW,
        /** Somebody else did not approve it. */
        REFUSED,
        /** Taken back before anybody decided. */
        WITHDRAWN
    }
}

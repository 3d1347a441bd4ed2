package org.clientele.strategy;

import java.time.Instant;
import org.clientele.segment.SegmentName;

/**
 * A version of a strategy. What it says never changes once it stands in the history.
 *
 * @param content what is set, as {@link StrategyCodec} writes it
 * @param note why, in the author's words
 * @param author login of whoever published it; empty: the plugin brought it
 */
public record StrategyVersion(
        SegmentName segment,
        int number,
        Kind kind,
        Status status,
        String content,
        String note,
        String author,
        Instant createdAt) {
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
        OFFERED
    }
}

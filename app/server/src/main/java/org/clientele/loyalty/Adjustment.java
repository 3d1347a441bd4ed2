package org.clientele.loyalty;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Points of many customers that were given or taken at once.
 *
 * @param source the file's name, or what the customers are called together
 * @param counts as they were on the day
 * @param undoneAt when it was undone; null when it stands
 */
public record Adjustment(
        long id,
        String source,
        boolean fromFile,
        Instant postedAt,
        String by,
        Counts counts,
        @Nullable Instant undoneAt,
        @Nullable String undoneBy) {
    /** Longest {@link #source}. */
    public static final int SOURCE_LENGTH = 200;

    /**
     * What is posted.
     *
     * @param given points given in all
     * @param taken points taken in all, above nought
     * @param leftOut rows or customers nothing is posted for
     */
    public record Counts(long entries, long given, long taken, long leftOut) {}

    /** Whether it was not undone. */
    public boolean stands() {
        return undoneAt == null;
    }
}

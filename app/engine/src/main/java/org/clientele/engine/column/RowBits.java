package org.clientele.engine.column;

/** Some of many rows, a bit each. Immutable and safe to share between threads. */
public final class RowBits {
    private final long[] words;

    private RowBits(long[] words) {
        this.words = words;
    }

    /**
     * Rows by their bits.
     *
     * @param words the bit {@code row & 63} of the word {@code row >> 6} says whether a row is one of them; not to be changed afterwards
     */
    public static RowBits of(long[] words) {
        return new RowBits(words);
    }

    /** Whether a row is one of them. */
    public boolean get(int row) {
        return (words[row >> 6] >>> row & 1) != 0;
    }

    /** Which of the rows from, including, to, excluding, 64 at most, are: a bit each, from the lowest. */
    public long holding(int from, int to) {
        if (from >= to) {
            return 0;
        }
        int word = from >> 6;
        long bits = words[word] >>> from;
        if (word != to - 1 >> 6) {
            bits |= words[word + 1] << -from;
        }
        return bits & -1L >>> from - to;
    }

    /** How many of the rows from, including, to, excluding, are; 0 where these are none. */
    public int count(int from, int to) {
        if (from >= to) {
            return 0;
        }
        int word = from >> 6;
        int last = to - 1 >> 6;
        long begin = -1L << from;
        long end = -1L >>> -to;
        if (word == last) {
            return Long.bitCount(words[word] & begin & end);
        }
        int count = Long.bitCount(words[word] & begin) + Long.bitCount(words[last] & end);
        for (int between = word + 1; between < last; between++) {
            count += Long.bitCount(words[between]);
        }
        return count;
    }

    /** {@link #count} of many ranges. */
    public void counts(int[] from, int[] to, int ranges, double[] out) {
        for (int range = 0; range < ranges; range++) {
            out[range] = count(from[range], to[range]);
        }
    }

    /**
     * Of these rows those that are the first ones since a start.
     *
     * @param starts rows that start something, which goes on up to the next start; the first row of all is one
     */
    RowBits firstsSince(RowBits starts) {
        long[] firsts = new long[words.length];
        long open = 0;
        for (int word = 0; word < firsts.length; word++) {
            long fresh = freshRows(starts.words[word] | open, words[word]);
            firsts[word] = fresh & words[word];
            open = (fresh & ~words[word]) >>> Long.SIZE - 1;
        }
        return new RowBits(firsts);
    }

    /** The rows before and at the first found one since a start: a start spreads upwards until a found row stops it, twice as far at each step. */
    private static long freshRows(long starts, long found) {
        long fresh = starts;
        long passed = ~(found << 1) & ~1L;
        for (int step = 1; step < Long.SIZE; step <<= 1) {
            fresh |= passed & fresh << step;
            passed &= passed << step;
        }
        return fresh;
    }
}

package org.clientele.engine.activity;

import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.numeric.Blocks;
import org.jspecify.annotations.Nullable;

/**
 * How many rows each customer has on or after a day, 255 at most: the first row of another day nearby is found from there in a step or two. A byte
 * a customer. Immutable and safe to share between threads.
 */
public final class Landmark {
    private static final int MOST = 255;
    private static final int WORTH = 1 << 14;

    private final byte[] later;

    private Landmark(int customers) {
        this.later = new byte[customers];
    }

    /**
     * Looks for a day in the rows of all customers.
     *
     * @param near of another day of the same rows, the nearer the faster; null where none is known
     */
    public static Landmark of(ActivityColumns rows, int epochDay, @Nullable Landmark near) {
        Landmark landmark = new Landmark(rows.customers());
        Blocks.run(rows.customers(), WORTH, (first, end) -> {
            int[] begins = new int[Scratch.CUSTOMERS];
            for (int from = first; from < end; from += begins.length) {
                int to = Math.min(end, from + begins.length);
                if (near == null) {
                    rows.ends(from, to, begins);
                } else {
                    near.near(rows, from, to, begins);
                }
                rows.startsFrom(from, to, epochDay, begins);
                landmark.take(rows, from, to, begins);
            }
        });
        return landmark;
    }

    private void take(ActivityColumns rows, int from, int to, int[] begins) {
        for (int customer = from; customer < to; customer++) {
            later[customer] = (byte) Math.min(MOST, rows.end(customer) - begins[customer - from]);
        }
    }

    /** For the customers from, including, to, excluding, a row each, or the one after the last, near that of the day, into the first places. */
    void near(ActivityColumns rows, int from, int to, int[] out) {
        rows.ends(from, to, out);
        for (int customer = from; customer < to; customer++) {
            out[customer - from] -= Byte.toUnsignedInt(later[customer]);
        }
    }
}

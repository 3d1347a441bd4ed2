package org.clientele.engine.activity;

import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.numeric.Blocks;
import org.jspecify.annotations.Nullable;

/**
 * How many rows each customer has on or after a day, 255 at most, and how far from that day the rows before and after stand: the first row of another
 * day nearby is most often the same, else found from there in a step or two. Three bytes a customer. Immutable and safe to share between threads.
 */
public final class Landmark {
    private static final int MOST = 255;
    private static final int WORTH = 1 << 14;

    private final int day;
    private final byte[] later;
    /** So many days before the day is the row before, {@value #MOST} where none is as near; 0 where more rows come later than are counted. */
    private final byte[] before;
    /** So many days after it is the row, likewise. */
    private final byte[] after;

    private Landmark(int day, int customers) {
        this.day = day;
        this.later = new byte[customers];
        this.before = new byte[customers];
        this.after = new byte[customers];
    }

    /**
     * Looks for a day in the rows of all customers.
     *
     * @param near of another day of the same rows, the nearer the faster; null where none is known
     */
    public static Landmark of(ActivityColumns rows, int epochDay, @Nullable Landmark near) {
        Landmark landmark = new Landmark(epochDay, rows.customers());
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
            int end = rows.end(customer);
            int first = begins[customer - from];
            int behind = Math.min(MOST, end - first);
            later[customer] = (byte) behind;
            if (behind == end - first) {
                before[customer] =
                        (byte) (first == rows.start(customer) ? MOST : Math.min(MOST, day - rows.day(first - 1)));
                after[customer] = (byte) (first == end ? MOST : Math.min(MOST, rows.day(first) - day));
            }
        }
    }

    /** For the customers from, including, to, excluding, a row each, or the one after the last, near that of the day, into the first places. */
    void near(ActivityColumns rows, int from, int to, int[] out) {
        rows.ends(from, to, out);
        for (int customer = from; customer < to; customer++) {
            out[customer - from] -= Byte.toUnsignedInt(later[customer]);
        }
    }

    /**
     * {@link ActivityColumns#startFrom} of the customers from, including, to, excluding, into the first places.
     *
     * @param near what {@link #near} says of them
     */
    void startsFrom(ActivityColumns rows, int from, int to, int epochDay, int[] near, int[] out) {
        int ahead = epochDay - day;
        for (int customer = from; customer < to; customer++) {
            int row = near[customer - from];
            boolean same =
                    ahead > -Byte.toUnsignedInt(before[customer]) && ahead <= Byte.toUnsignedInt(after[customer]);
            out[customer - from] = same ? row : rows.startFrom(customer, epochDay, row);
        }
    }
}

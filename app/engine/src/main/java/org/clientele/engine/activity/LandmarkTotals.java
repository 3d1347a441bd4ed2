package org.clientele.engine.activity;

import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.numeric.Blocks;

/**
 * The sum of a column over each customer's rows from the day of a landmark to the last, of those that meet something: the sum from another day nearby
 * needs no more than the rows between. In the unit of the column, 8 bytes a customer. Immutable and safe to share between threads.
 */
public final class LandmarkTotals {
    private static final int WORTH = 1 << 14;

    private final Landmark landmark;
    private final long[] totals;

    private LandmarkTotals(Landmark landmark, int customers) {
        this.landmark = landmark;
        this.totals = new long[customers];
    }

    /**
     * Adds up for all customers. Fails beyond 64 bits.
     *
     * @param landmark where to begin
     * @param rows of any first day, {@link RowRanges#isNearTotals near} totals of the column; with those of another landmark it is faster
     */
    public static LandmarkTotals of(Landmark landmark, RowRanges rows, MeasureColumn column) {
        LandmarkTotals found = new LandmarkTotals(landmark, rows.rows().customers());
        RowRanges since = rows.from(landmark.day());
        Blocks.run(found.totals.length, WORTH, (first, end) -> {
            Scratch scratch = new Scratch();
            for (int from = first; from < end; from += Scratch.CUSTOMERS) {
                int to = Math.min(end, from + Scratch.CUSTOMERS);
                since.exactSums(column, from, to, scratch, scratch.sums());
                System.arraycopy(scratch.sums(), 0, found.totals, from, to - from);
            }
        });
        return found;
    }

    /** Where the sums begin. */
    public Landmark landmark() {
        return landmark;
    }

    /** The sum of one customer. */
    long of(int customer) {
        return totals[customer];
    }
}

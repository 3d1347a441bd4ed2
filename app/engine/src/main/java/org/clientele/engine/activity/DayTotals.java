package org.clientele.engine.activity;

import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.numeric.Blocks;
import org.jspecify.annotations.Nullable;

/**
 * The sum of a column over each customer's rows from a day to the last, of those that meet something: the sum from another day needs no more than the
 * rows between. In the unit of the column, 8 bytes a customer, in pieces that are no large objects to the collector: these take memory never touched before,
 * which costs more than adding up. Immutable and safe to share between threads.
 */
public final class DayTotals {
    private static final int BITS = 15;
    private static final int PIECE = 1 << BITS;

    private final int firstDay;
    private final long[][] pieces;

    private DayTotals(int firstDay, int pieces) {
        this.firstDay = firstDay;
        this.pieces = new long[pieces][];
    }

    /**
     * Adds up for all customers. Fails beyond 64 bits.
     *
     * @param rows {@link RowRanges#isNearTotals near totals} of the column
     * @param near of rows that meet the same, from another day on, the nearer the faster; null where none are known
     */
    public static DayTotals of(RowRanges rows, MeasureColumn column, @Nullable DayTotals near) {
        int customers = rows.customers();
        DayTotals found = new DayTotals(rows.firstDay(), (customers + PIECE - 1) / PIECE);
        Blocks.run(found.pieces.length, 1, (first, end) -> {
            Scratch scratch = new Scratch();
            for (int piece = first; piece < end; piece++) {
                found.pieces[piece] =
                        piece(rows, column, near, piece * PIECE, Math.min(customers, (piece + 1) * PIECE), scratch);
            }
        });
        return found;
    }

    private static long[] piece(
            RowRanges rows, MeasureColumn column, @Nullable DayTotals near, int first, int end, Scratch scratch) {
        long[] sums = new long[end - first];
        for (int from = first; from < end; from += Scratch.CUSTOMERS) {
            int to = Math.min(end, from + Scratch.CUSTOMERS);
            rows.exactSums(column, from, to, scratch, near, sums, from - first);
        }
        return sums;
    }

    /** The first day, since 1970-01-01. */
    int firstDay() {
        return firstDay;
    }

    /** The sum of one customer. */
    public long of(int customer) {
        return pieces[customer >>> BITS][customer & PIECE - 1];
    }
}

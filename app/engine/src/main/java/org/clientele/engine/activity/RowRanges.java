package org.clientele.engine.activity;

import java.time.LocalDate;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.NumberColumn;
import org.clientele.engine.column.RowBits;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link RowSet} says of one customer, of many at once: by what was found before of the rows of all, and in short loops. Immutable and safe to
 * share between threads, each with a scratch of its own.
 */
public final class RowRanges {
    private final RowSet set;
    private final ActivityColumns rows;
    private final @Nullable Landmark landmark;
    private final @Nullable RowBits found;
    private final @Nullable RowBits events;
    private final boolean isUpToLast;

    /**
     * Looks at nothing yet.
     *
     * @param set the rows; days are narrowed by no test
     * @param landmark of a day near the first one of the set; null where it has none
     * @param found the rows that meet the test of the set; null where it has none, or where each row is tested
     * @param events the first rows of each document, of those found or of all; null where only sums are asked for or there are no documents
     */
    public RowRanges(RowSet set, @Nullable Landmark landmark, @Nullable RowBits found, @Nullable RowBits events) {
        this.set = set;
        this.rows = set.rows();
        this.landmark = landmark;
        this.found = found;
        this.events = events;
        LocalDate last = rows.lastDay();
        this.isUpToLast = last == null || last.toEpochDay() <= set.lastDay();
    }

    /** {@link RowSet#events} of the customers from, including, to, excluding, {@value Scratch#CUSTOMERS} at most, into the first places. */
    public void events(int from, int to, Scratch scratch, double[] out) {
        find(from, to, scratch);
        int[] begins = scratch.begins();
        int[] ends = scratch.ends();
        boolean each = found == null && set.where().test() != null;
        if (!each && events != null) {
            events.counts(begins, ends, to - from, out);
        } else if (!each) {
            lengths(begins, ends, to - from, out);
        }
        for (int i = 0; i < to - from; i++) {
            if (each || (found == null ? rows.isMixed(from + i) : rows.isScattered(from + i))) {
                out[i] = set.events(from + i, begins[i], ends[i], scratch);
            }
        }
    }

    private static void lengths(int[] begins, int[] ends, int size, double[] out) {
        for (int i = 0; i < size; i++) {
            out[i] = ends[i] - begins[i];
        }
    }

    /** Whether sums of a column can be found from {@link DayTotals those of another day}: they are exact, and no row comes after the last day. */
    public boolean isNearTotals(MeasureColumn column) {
        boolean each = found == null && set.where().test() != null;
        return landmark != null && isUpToLast && !each && !(column instanceof NumberColumn);
    }

    int customers() {
        return rows.customers();
    }

    int firstDay() {
        return set.firstDay();
    }

    /** {@link RowSet#total} of the customers from, including, to, excluding, {@value Scratch#CUSTOMERS} at most, into the first places. */
    public void totals(MeasureColumn column, int from, int to, Scratch scratch, double[] out) {
        if (column instanceof NumberColumn) {
            for (int customer = from; customer < to; customer++) {
                out[customer - from] = set.total(column, customer, scratch);
            }
            return;
        }
        find(from, to, scratch);
        int[] begins = scratch.begins();
        int[] ends = scratch.ends();
        for (int i = 0; i < to - from; i++) {
            out[i] = set.exactSum(column, begins[i], ends[i]);
        }
    }

    /**
     * {@link RowSet#exactSum} of the customers from, including, to, excluding, {@value Scratch#CUSTOMERS} at most, into the places from {@code place} on.
     *
     * @param near of rows that meet the same, from another day on; null: every row is looked at
     */
    void exactSums(
            MeasureColumn column, int from, int to, Scratch scratch, @Nullable DayTotals near, long[] out, int place) {
        find(from, to, scratch);
        int[] begins = scratch.begins();
        int[] ends = scratch.ends();
        if (near == null) {
            for (int i = 0; i < to - from; i++) {
                out[place + i] = set.exactSum(column, begins[i], ends[i]);
            }
            return;
        }
        int[] others = scratch.others();
        System.arraycopy(begins, 0, others, 0, to - from);
        rows.startsFrom(from, to, near.firstDay(), others);
        for (int i = 0; i < to - from; i++) {
            long known = near.of(from + i);
            out[place + i] = begins[i] == others[i] ? known : sum(column, known, others[i], begins[i], ends[i]);
        }
    }

    private long sum(MeasureColumn column, long known, int other, int begin, int end) {
        try {
            return begin < other
                    ? Math.addExact(known, set.exactSum(column, begin, other))
                    : Math.subtractExact(known, set.exactSum(column, other, begin));
        } catch (ArithmeticException beyond) {
            // What lies between may be beyond 64 bits where all together is not.
            return set.exactSum(column, begin, end);
        }
    }

    private void find(int from, int to, Scratch scratch) {
        int[] begins = scratch.begins();
        if (landmark == null) {
            rows.starts(from, to, begins);
        } else {
            landmark.near(rows, from, to, begins);
            rows.startsFrom(from, to, set.firstDay(), begins);
        }
        int[] ends = scratch.ends();
        rows.ends(from, to, ends);
        if (!isUpToLast) {
            rows.startsFrom(from, to, set.lastDay() + 1, ends);
        }
    }
}

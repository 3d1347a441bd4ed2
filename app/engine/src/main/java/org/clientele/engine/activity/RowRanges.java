package org.clientele.engine.activity;

import java.time.LocalDate;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.Column;
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
            if (each || isApart(from + i)) {
                out[i] = set.events(from + i, begins[i], ends[i], scratch);
            }
        }
    }

    private static void lengths(int[] begins, int[] ends, int size, double[] out) {
        for (int i = 0; i < size; i++) {
            out[i] = ends[i] - begins[i];
        }
    }

    /**
     * Whether numbers can be found from {@link DayTotals those of another day}: sums are exact, and no row comes after the last day.
     *
     * @param column what is added up; null for events
     */
    public boolean addsUp(@Nullable MeasureColumn column) {
        boolean each = found == null && set.where().test() != null;
        return landmark != null && isUpToLast && !each && !(column instanceof NumberColumn);
    }

    /** The same rows from another day on. */
    public RowRanges since(int epochDay) {
        return new RowRanges(set.within(epochDay, set.lastDay()), landmark, found, events);
    }

    int customers() {
        return rows.customers();
    }

    /** The first day, since 1970-01-01. */
    public int firstDay() {
        return set.firstDay();
    }

    /** How many days after the first one a row is. */
    int daysAfterFirst(int row) {
        return rows.day(row) - set.firstDay();
    }

    /** The first row of the customer so many days after the first day or later, or before; seen from the first one of that. */
    int around(int customer, int middle, int days) {
        int row = middle;
        int day = set.firstDay() + days;
        int start = rows.start(customer);
        int end = rows.end(customer);
        while (row > start && rows.day(row - 1) >= day) {
            row--;
        }
        while (row < end && rows.day(row) < day) {
            row++;
        }
        return row;
    }

    /** What a row adds to the number of its customer: one if it is counted, the value of the column if it is known. */
    long value(@Nullable MeasureColumn column, int row) {
        if (column == null) {
            return events == null || events.get(row) ? 1 : 0;
        }
        long value = set.counts(row) ? column.order(row) : 0;
        return value == Column.MISSING_ORDER ? 0 : value;
    }

    /**
     * The numbers of the customers from, including, to, excluding, {@value Scratch#CUSTOMERS} at most, into the first places, and their first rows into the
     * scratch.
     *
     * @return a bit for each whose rows do not add up
     */
    long numbers(@Nullable MeasureColumn column, int from, int to, Scratch scratch, long[] out) {
        find(from, to, scratch);
        int[] begins = scratch.begins();
        int[] ends = scratch.ends();
        long unknown = 0;
        for (int i = 0; i < to - from; i++) {
            boolean adds = column != null || !isApart(from + i);
            try {
                out[i] = column == null ? count(begins[i], ends[i]) : set.exactSum(column, begins[i], ends[i]);
            } catch (ArithmeticException beyond) {
                adds = false;
            }
            unknown |= (adds ? 0L : 1L) << i;
        }
        return unknown;
    }

    private long count(int from, int to) {
        return events == null ? to - from : events.count(from, to);
    }

    /** Whether documents of the customer have to be looked at. */
    private boolean isApart(int customer) {
        return found == null ? rows.isMixed(customer) : rows.isScattered(customer);
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

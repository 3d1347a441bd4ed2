package org.clientele.engine.activity;

import java.util.function.IntFunction;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.KeyRange;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.NumberColumn;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a customer that count for a metric or a condition. Safe to share between threads when {@code where} is.
 *
 * @param rows all rows
 * @param where what they must meet
 * @param firstDay the first day that counts
 * @param lastDay the last day that counts, the as-of day
 * @param begins where the rows begin that may count, or null: looked for each time
 * @param ends where they have ended, or null
 */
public record RowSet(
        ActivityColumns rows,
        Where where,
        int firstDay,
        int lastDay,
        @Nullable DayStarts begins,
        @Nullable DayStarts ends) {
    /** Rows that are looked for each time. */
    public RowSet(ActivityColumns rows, Where where, int firstDay, int lastDay) {
        this(rows, where, firstDay, lastDay, null, null);
    }

    /** Whether a row counts. */
    @FunctionalInterface
    public interface RowTest {
        /** Whether it counts. */
        boolean holds(int row);

        /** Which of the rows from, including, to, excluding, 64 at most, do: a bit each, from the lowest. */
        default long holding(int from, int to) {
            long bits = 0;
            for (int row = from; row < to; row++) {
                bits |= (holds(row) ? 1L : 0L) << row - from;
            }
            return bits;
        }

        /** Those that do, where this is a matter of one column; null: each row is asked. */
        default @Nullable KeyRange range() {
            return null;
        }
    }

    /**
     * What rows must meet.
     *
     * @param test what each must meet, or null
     * @param firstDay the first day allowed
     * @param lastDay the last day allowed
     */
    public record Where(@Nullable RowTest test, int firstDay, int lastDay) {
        /** Nothing. */
        public static final Where ALL = of(null);

        /** A test, whatever the day. */
        public static Where of(@Nullable RowTest test) {
            return new Where(test, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
    }

    /** The rows of other days. */
    public RowSet within(int first, int last) {
        return new RowSet(rows, where, first, last);
    }

    /** The same rows, found by what is shared with others. */
    public RowSet sharing(IntFunction<DayStarts> starts) {
        int first = first();
        return new RowSet(
                rows,
                where,
                firstDay,
                lastDay,
                first == Integer.MIN_VALUE ? null : starts.apply(first),
                starts.apply(last() + 1));
    }

    private int first() {
        return Math.max(firstDay, where.firstDay);
    }

    private int last() {
        return Math.min(lastDay, where.lastDay);
    }

    /** The first row that may count. */
    public int from(int customer) {
        if (begins != null) {
            return begins.of(customer);
        }
        int first = first();
        return first == Integer.MIN_VALUE ? rows.start(customer) : rows.startFrom(customer, first);
    }

    /** The row after the last one that may count. */
    public int to(int customer) {
        if (ends != null) {
            return ends.of(customer);
        }
        int last = last();
        int end = rows.end(customer);
        boolean all = end > rows.start(customer) && rows.day(end - 1) <= last;
        return all ? end : rows.startFrom(customer, last + 1);
    }

    /** Whether a row between the two does. */
    public boolean counts(int row) {
        RowTest test = where.test;
        return test == null || test.holds(row);
    }

    /** How many rows count. */
    public long count(int customer) {
        return count(from(customer), to(customer));
    }

    private long count(int from, int to) {
        RowTest test = where.test;
        if (test == null) {
            return Math.max(0L, (long) to - from);
        }
        KeyRange range = test.range();
        if (range != null) {
            return range.count(from, to);
        }
        long count = 0;
        for (int row = from; row < to; row += Long.SIZE) {
            count += Long.bitCount(test.holding(row, Math.min(to, row + Long.SIZE)));
        }
        return count;
    }

    /** How many events count: rows of one document are one, rows without document one each. */
    public long events(int customer, Scratch scratch) {
        return events(customer, from(customer), to(customer), scratch);
    }

    /** The same of the customer's rows from, including, to, excluding, which are all of their days. */
    long events(int customer, int from, int to, Scratch scratch) {
        int events = rows.events(customer, from, to);
        if (events >= 0 && where.test == null) {
            return events;
        }
        if (!rows.hasDocuments() || events == to - from) {
            return count(from, to);
        }
        scratch.clear();
        long single = 0;
        for (int row = from; row < to; row++) {
            if (counts(row)) {
                long document = rows.document(row);
                if (document == ActivityColumns.NO_DOCUMENT) {
                    single++;
                } else {
                    scratch.add(document);
                }
            }
        }
        return single + scratch.distinct();
    }

    /** The sum in the unit in which the column counts (minor units for money); 0 without rows. Missing values add nothing. */
    public double total(MeasureColumn column, int customer, Scratch scratch) {
        if (column instanceof NumberColumn numbers) {
            collect(numbers, customer, scratch);
            return scratch.sum();
        }
        return exactSum(column, customer);
    }

    /** The sum of a column of whole numbers or money, in its unit. Fails beyond 64 bits. */
    public long exactSum(MeasureColumn column, int customer) {
        return exactSum(column, from(customer), to(customer));
    }

    /** The same of the rows from, including, to, excluding. */
    long exactSum(MeasureColumn column, int from, int to) {
        RowTest test = where.test;
        if (test == null) {
            return column.exactSum(from, to);
        }
        KeyRange range = test.range();
        if (range != null) {
            return range.exactSum(column, from, to);
        }
        long sum = 0;
        for (int first = from; first < to; first += Long.SIZE) {
            long holding = test.holding(first, Math.min(to, first + Long.SIZE));
            for (; holding != 0; holding &= holding - 1) {
                long value = column.order(first + Long.numberOfTrailingZeros(holding));
                sum = value == Column.MISSING_ORDER ? sum : Math.addExact(sum, value);
            }
        }
        return sum;
    }

    /** Puts the known values into the scratch. */
    public void collect(NumberColumn column, int customer, Scratch scratch) {
        scratch.clear();
        int to = to(customer);
        for (int row = from(customer); row < to; row++) {
            if (!column.isMissing(row) && counts(row)) {
                scratch.add(column.get(row));
            }
        }
    }
}

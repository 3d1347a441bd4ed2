package org.clientele.engine.metric;

import org.clientele.engine.column.ActivityColumns;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a customer that count for a metric.
 *
 * @param rows all rows
 * @param where what they must meet, or null
 * @param firstDay the first day that counts
 * @param lastDay the last day that counts, the as-of day
 */
record RowSet(ActivityColumns rows, @Nullable RowTest where, int firstDay, int lastDay) {
    /** Whether a row counts. */
    @FunctionalInterface
    interface RowTest {
        boolean holds(int row);
    }

    int from(int customer) {
        return firstDay == Integer.MIN_VALUE ? rows.start(customer) : rows.startFrom(customer, firstDay);
    }

    int to(int customer) {
        int end = rows.end(customer);
        boolean all = end > rows.start(customer) && rows.day(end - 1) <= lastDay;
        return all ? end : rows.startFrom(customer, lastDay + 1);
    }

    boolean counts(int row) {
        return where == null || where.holds(row);
    }
}

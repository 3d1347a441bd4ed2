package org.clientele.engine.metric;

import org.clientele.engine.activity.RowSet;
import org.clientele.engine.activity.Scratch;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.NumberColumn;
import org.clientele.plugins.api.MetricDefinition;

/**
 * How sums of a field change: from one window to the next, and month by month within one. Relative, so the field's unit does not
 * matter; exact up to the last division except for decimals, whose sums do not depend on the order of rows either.
 */
final class Trends {
    private static final int DAYS_OF_MONTH = 30;
    private static final int FEWEST_MONTHS = 3;

    private Trends() {}

    static Kernel change(MetricDefinition metric, RowSet set, MeasureColumn column, int customers) {
        int days = windowDays(metric);
        RowSet before = set.within(set.firstDay() - days, set.firstDay() - 1);
        return Kernels.number(customers, (customer, scratch) -> {
            double base = before.total(column, customer, scratch);
            return base > 0 ? (set.total(column, customer, scratch) - base) / base + 0.0 : Double.NaN;
        });
    }

    static Kernel trend(MetricDefinition metric, RowSet set, MeasureColumn column, int customers) {
        int months = windowDays(metric) / DAYS_OF_MONTH;
        if (months < FEWEST_MONTHS) {
            return Kernels.number(customers, (customer, scratch) -> Double.NaN);
        }
        int firstDay = set.lastDay() - months * DAYS_OF_MONTH + 1;
        RowSet whole = set.within(firstDay, set.lastDay());
        double scale = 6 / ((double) months * months - 1);
        return Kernels.number(customers, (customer, scratch) -> {
            double total = whole.total(column, customer, scratch);
            return total > 0 ? scale * weighted(whole, column, months, customer, scratch) / total + 0.0 : Double.NaN;
        });
    }

    /** The sum of the values, each times twice its month's distance from the middle of the window: positive for late months. */
    private static double weighted(RowSet set, MeasureColumn column, int months, int customer, Scratch scratch) {
        scratch.clear();
        long exact = 0;
        int to = set.to(customer);
        for (int row = set.from(customer); row < to; row++) {
            if (column.isMissing(row) || !set.counts(row)) {
                continue;
            }
            int weight = months - 1 - 2 * ((set.lastDay() - set.rows().day(row)) / DAYS_OF_MONTH);
            if (column instanceof NumberColumn numbers) {
                scratch.add(weight * numbers.get(row));
            } else {
                exact = Math.addExact(exact, Math.multiplyExact(column.order(row), (long) weight));
            }
        }
        return column instanceof NumberColumn ? scratch.sum() : exact;
    }

    private static int windowDays(MetricDefinition metric) {
        Integer days = metric.windowDays();
        if (days == null) {
            throw new IllegalArgumentException(
                    "Metric %s: %s needs windowDays".formatted(metric.id(), metric.aggregate()));
        }
        return days;
    }
}

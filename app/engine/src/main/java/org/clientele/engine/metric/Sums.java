package org.clientele.engine.metric;

import org.clientele.engine.activity.RowSet;
import org.clientele.engine.column.DateColumn;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.column.NumberColumn;
import org.clientele.engine.column.WholeColumn;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.MetricDefinition.ValueType;

/** Sums, means, extremes and the last value of a field; the order key of money, whole numbers and dates is the value itself. */
final class Sums {
    private static final long MISSING = Kernels.MISSING;

    private Sums() {}

    static Kernel sum(RowSet set, MeasureColumn column, int customers) {
        if (column instanceof NumberColumn numbers) {
            return Kernels.number(customers, (customer, scratch) -> {
                set.collect(numbers, customer, scratch);
                return scratch.sum();
            });
        }
        return new Kernels.Longs(
                new long[customers],
                (customer, scratch) -> set.exactSum(column, customer),
                values -> ofUnit(column, values));
    }

    static Kernel average(MetricDefinition metric, RowSet set, MeasureColumn column, int customers) {
        if (column instanceof NumberColumn numbers) {
            return Kernels.number(customers, (customer, scratch) -> {
                set.collect(numbers, customer, scratch);
                return scratch.size() == 0 ? Double.NaN : scratch.sum() / scratch.size();
            });
        }
        if (column instanceof MoneyColumn money && metric.type() == ValueType.MONEY) {
            return new Kernels.Longs(
                    new long[customers],
                    (customer, scratch) -> exactMean(set, money, customer),
                    values -> ofUnit(money, values));
        }
        double scale = column instanceof MoneyColumn money ? Math.pow(10, money.fractionDigits()) : 1;
        return Kernels.number(customers, (customer, scratch) -> {
            long count = known(set, column, customer);
            return count == 0 ? Double.NaN : set.exactSum(column, customer) / scale / count;
        });
    }

    static Kernel extreme(RowSet set, MeasureColumn column, boolean largest, int customers) {
        Kernels.LongOf of = (customer, scratch) -> {
            long best = MISSING;
            int to = set.to(customer);
            for (int row = set.from(customer); row < to; row++) {
                long value = column.order(row);
                boolean better = best == MISSING || (largest ? value > best : value < best);
                if (value != MISSING && better && set.counts(row)) {
                    best = value;
                }
            }
            return best;
        };
        return new Kernels.Longs(new long[customers], of, values -> ofUnit(column, values));
    }

    /** The value of the last row that has one. */
    static Kernel last(RowSet set, MeasureColumn column, int customers) {
        Kernels.LongOf of = (customer, scratch) -> {
            int from = set.from(customer);
            for (int row = set.to(customer) - 1; row >= from; row--) {
                if (!column.isMissing(row) && set.counts(row)) {
                    return column.order(row);
                }
            }
            return MISSING;
        };
        return new Kernels.Longs(new long[customers], of, values -> ofUnit(column, values));
    }

    private static long exactMean(RowSet set, MoneyColumn column, int customer) {
        long count = known(set, column, customer);
        return count == 0 ? MISSING : MetricTypes.divideHalfUp(set.exactSum(column, customer), count);
    }

    private static long known(RowSet set, MeasureColumn column, int customer) {
        long count = 0;
        int to = set.to(customer);
        for (int row = set.from(customer); row < to; row++) {
            if (!column.isMissing(row) && set.counts(row)) {
                count++;
            }
        }
        return count;
    }

    private static MeasureColumn ofUnit(MeasureColumn unit, long[] values) {
        return switch (unit) {
            case MoneyColumn money -> MoneyColumn.of(money.fractionDigits(), values);
            case WholeColumn whole -> WholeColumn.of(values);
            case DateColumn date -> Kernels.dates(values);
            case NumberColumn number -> NumberColumn.ofOrders(values);
        };
    }
}

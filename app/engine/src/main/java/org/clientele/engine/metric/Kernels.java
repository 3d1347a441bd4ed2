package org.clientele.engine.metric;

import java.util.Arrays;
import java.util.function.Function;
import org.clientele.engine.activity.RowSet;
import org.clientele.engine.activity.Scratch;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.DateColumn;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.NumberColumn;
import org.clientele.engine.column.WholeColumn;
import org.clientele.engine.condition.Condition;
import org.clientele.plugins.api.MetricDefinition;
import org.jspecify.annotations.Nullable;

/** Finds the kernel of each aggregate. */
final class Kernels {
    static final long MISSING = Column.MISSING_ORDER;

    private Kernels() {}

    static Kernel of(MetricDefinition metric, RowSet set, @Nullable Condition share, int customers) {
        return switch (metric.aggregate()) {
            case COUNT -> whole(customers, (c, scratch) -> set.events(c, scratch));
            case COUNT_ROWS -> whole(customers, (c, scratch) -> set.count(c));
            case COUNT_DISTINCT -> Counts.distinct(set, field(metric, set), customers);
            case SHARE -> Counts.share(metric, set, share, customers);
            case SUM -> Sums.sum(set, measure(metric, set), customers);
            case AVERAGE -> Sums.average(metric, set, measure(metric, set), customers);
            case MIN -> Sums.extreme(set, measure(metric, set), false, customers);
            case MAX -> Sums.extreme(set, measure(metric, set), true, customers);
            case FIRST_DATE -> new Longs(new long[customers], (c, s) -> Days.first(set, c), Kernels::dates);
            case LAST_DATE -> new Longs(new long[customers], (c, s) -> Days.last(set, c), Kernels::dates);
            case DAYS_SINCE_FIRST -> whole(customers, (c, scratch) -> Days.since(set, Days.first(set, c)));
            case DAYS_SINCE_LAST -> whole(customers, (c, scratch) -> Days.since(set, Days.last(set, c)));
            case ACTIVE_MONTHS -> whole(customers, (c, scratch) -> Days.months(set, c));
            case LAST -> Sums.last(set, measure(metric, set), customers);
            case CHANGE -> Trends.change(metric, set, measure(metric, set), customers);
            case TREND -> Trends.trend(metric, set, measure(metric, set), customers);
            case FORMULA, POINTS, LOOKUP ->
                throw new IllegalArgumentException(
                        "Metric %s is %s and has no rows of its own".formatted(metric.id(), metric.aggregate()));
        };
    }

    /** A long for a customer. */
    @FunctionalInterface
    interface LongOf {
        long of(int customer, Scratch scratch);
    }

    /** A double for a customer. */
    @FunctionalInterface
    interface DoubleOf {
        double of(int customer, Scratch scratch);
    }

    /** A kernel that counts in longs. */
    record Longs(long[] out, LongOf of, Function<long[], MeasureColumn> finish) implements Kernel {
        @Override
        public void compute(int from, int to, Scratch scratch) {
            for (int customer = from; customer < to; customer++) {
                out[customer] = of.of(customer, scratch);
            }
        }

        @Override
        public MeasureColumn column() {
            return finish.apply(out);
        }
    }

    /** A kernel that computes doubles. */
    record Doubles(double[] out, DoubleOf of) implements Kernel {
        @Override
        public void compute(int from, int to, Scratch scratch) {
            for (int customer = from; customer < to; customer++) {
                out[customer] = of.of(customer, scratch);
            }
        }

        @Override
        public MeasureColumn column() {
            return NumberColumn.of(out);
        }
    }

    static Kernel whole(int customers, LongOf of) {
        return new Longs(new long[customers], of, WholeColumn::of);
    }

    static Kernel number(int customers, DoubleOf of) {
        return new Doubles(new double[customers], of);
    }

    static DateColumn dates(long[] days) {
        return DateColumn.of(Arrays.stream(days)
                .mapToInt(day -> day == MISSING ? DateColumn.MISSING : (int) day)
                .toArray());
    }

    private static Column field(MetricDefinition metric, RowSet set) {
        Column column = metric.field() == null ? null : set.rows().column(metric.field());
        if (column == null) {
            throw new IllegalArgumentException("Metric %s needs field %s of activity %s, which was not loaded"
                    .formatted(metric.id(), metric.field(), metric.activity()));
        }
        return column;
    }

    private static MeasureColumn measure(MetricDefinition metric, RowSet set) {
        if (field(metric, set) instanceof MeasureColumn column) {
            return column;
        }
        throw new IllegalArgumentException("Metric %s: %s needs a number, money or a date, but field %s is none"
                .formatted(metric.id(), metric.aggregate(), metric.field()));
    }
}

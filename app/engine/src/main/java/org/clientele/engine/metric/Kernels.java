package org.clientele.engine.metric;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.CodeColumn;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.DateColumn;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.column.NumberColumn;
import org.clientele.engine.column.WholeColumn;
import org.clientele.engine.condition.Condition;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.MetricDefinition.ValueType;
import org.jspecify.annotations.Nullable;

/** One kernel for each aggregate. */
final class Kernels {
    private static final long MISSING = Column.MISSING_ORDER;

    private Kernels() {}

    static Kernel of(MetricDefinition metric, RowSet set, @Nullable Condition share, int customers) {
        return switch (metric.aggregate()) {
            case COUNT -> whole(customers, (c, scratch) -> events(set, c, scratch));
            case COUNT_ROWS -> whole(customers, (c, scratch) -> rows(set, c));
            case COUNT_DISTINCT -> distinct(set, field(metric, set), customers);
            case SUM -> sum(set, measure(metric, set), customers);
            case AVERAGE -> average(metric, set, measure(metric, set), customers);
            case MIN -> extreme(set, measure(metric, set), false, customers);
            case MAX -> extreme(set, measure(metric, set), true, customers);
            case FIRST_DATE -> date(customers, (c, scratch) -> firstDay(set, c));
            case LAST_DATE -> date(customers, (c, scratch) -> lastDay(set, c));
            case DAYS_SINCE_FIRST -> whole(customers, (c, scratch) -> since(set, firstDay(set, c)));
            case DAYS_SINCE_LAST -> whole(customers, (c, scratch) -> since(set, lastDay(set, c)));
            case ACTIVE_MONTHS -> whole(customers, (c, scratch) -> months(set, c));
            case SHARE -> share(metric, set, share, customers);
            case FORMULA ->
                throw new IllegalArgumentException(
                        "Metric %s is a formula and has no rows of its own".formatted(metric.id()));
        };
    }

    /** A long for a customer. */
    @FunctionalInterface
    private interface LongOf {
        long of(int customer, Scratch scratch);
    }

    /** A double for a customer. */
    @FunctionalInterface
    private interface DoubleOf {
        double of(int customer, Scratch scratch);
    }

    private record Longs(long[] out, LongOf of, Function<long[], MeasureColumn> finish) implements Kernel {
        @Override
        public void compute(int customer, Scratch scratch) {
            out[customer] = of.of(customer, scratch);
        }

        @Override
        public MeasureColumn column() {
            return finish.apply(out);
        }
    }

    private record Doubles(double[] out, DoubleOf of) implements Kernel {
        @Override
        public void compute(int customer, Scratch scratch) {
            out[customer] = of.of(customer, scratch);
        }

        @Override
        public MeasureColumn column() {
            return NumberColumn.of(out);
        }
    }

    private static Kernel whole(int customers, LongOf of) {
        return new Longs(new long[customers], of, WholeColumn::of);
    }

    private static Kernel date(int customers, LongOf of) {
        return new Longs(new long[customers], of, Kernels::dates);
    }

    private static Kernel number(int customers, DoubleOf of) {
        return new Doubles(new double[customers], of);
    }

    private static DateColumn dates(long[] days) {
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

    private static long rows(RowSet set, int customer) {
        int from = set.from(customer);
        int to = set.to(customer);
        if (set.where() == null) {
            return (long) to - from;
        }
        long count = 0;
        for (int row = from; row < to; row++) {
            if (set.counts(row)) {
                count++;
            }
        }
        return count;
    }

    private static long events(RowSet set, int customer, Scratch scratch) {
        if (!set.rows().hasDocuments()) {
            return rows(set, customer);
        }
        scratch.clear();
        long single = 0;
        int to = set.to(customer);
        for (int row = set.from(customer); row < to; row++) {
            if (set.counts(row)) {
                long document = set.rows().document(row);
                if (document == ActivityColumns.NO_DOCUMENT) {
                    single++;
                } else {
                    scratch.add(document);
                }
            }
        }
        return single + scratch.distinct();
    }

    private static Kernel distinct(RowSet set, Column column, int customers) {
        IntToLongFunction identity =
                column instanceof CodeColumn codes ? row -> codes.get(row) : row -> column.order(row);
        return whole(customers, (customer, scratch) -> {
            scratch.clear();
            int to = set.to(customer);
            for (int row = set.from(customer); row < to; row++) {
                if (set.counts(row) && !column.isMissing(row)) {
                    scratch.add(identity.applyAsLong(row));
                }
            }
            return scratch.distinct();
        });
    }

    private static Kernel sum(RowSet set, MeasureColumn column, int customers) {
        if (column instanceof NumberColumn numbers) {
            return number(customers, (customer, scratch) -> {
                collect(set, numbers, customer, scratch);
                return scratch.sum();
            });
        }
        return new Longs(
                new long[customers],
                (customer, scratch) -> exactSum(set, column, customer),
                values -> ofUnit(column, values));
    }

    private static long exactSum(RowSet set, MeasureColumn column, int customer) {
        long sum = 0;
        int to = set.to(customer);
        for (int row = set.from(customer); row < to; row++) {
            long value = column.order(row);
            if (value != MISSING && set.counts(row)) {
                sum = Math.addExact(sum, value);
            }
        }
        return sum;
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

    private static void collect(RowSet set, NumberColumn column, int customer, Scratch scratch) {
        scratch.clear();
        int to = set.to(customer);
        for (int row = set.from(customer); row < to; row++) {
            if (!column.isMissing(row) && set.counts(row)) {
                scratch.add(column.get(row));
            }
        }
    }

    private static Kernel average(MetricDefinition metric, RowSet set, MeasureColumn column, int customers) {
        if (column instanceof NumberColumn numbers) {
            return number(customers, (customer, scratch) -> {
                collect(set, numbers, customer, scratch);
                return scratch.size() == 0 ? Double.NaN : scratch.sum() / scratch.size();
            });
        }
        if (column instanceof MoneyColumn money && metric.type() == ValueType.MONEY) {
            return new Longs(
                    new long[customers],
                    (customer, scratch) -> {
                        long count = known(set, column, customer);
                        return count == 0 ? MISSING : MetricTypes.divideHalfUp(exactSum(set, column, customer), count);
                    },
                    values -> MoneyColumn.of(money.fractionDigits(), values));
        }
        double scale = column instanceof MoneyColumn money ? Math.pow(10, money.fractionDigits()) : 1;
        return number(customers, (customer, scratch) -> {
            long count = known(set, column, customer);
            return count == 0 ? Double.NaN : exactSum(set, column, customer) / scale / count;
        });
    }

    private static Kernel extreme(RowSet set, MeasureColumn column, boolean largest, int customers) {
        LongOf of = (customer, scratch) -> {
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
        return new Longs(new long[customers], of, values -> ofUnit(column, values));
    }

    private static MeasureColumn ofUnit(MeasureColumn unit, long[] values) {
        return switch (unit) {
            case MoneyColumn money -> MoneyColumn.of(money.fractionDigits(), values);
            case WholeColumn whole -> WholeColumn.of(values);
            case DateColumn date -> dates(values);
            case NumberColumn number -> NumberColumn.ofOrders(values);
        };
    }

    private static long firstDay(RowSet set, int customer) {
        int to = set.to(customer);
        for (int row = set.from(customer); row < to; row++) {
            if (set.counts(row)) {
                return set.rows().day(row);
            }
        }
        return MISSING;
    }

    private static long lastDay(RowSet set, int customer) {
        int from = set.from(customer);
        for (int row = set.to(customer) - 1; row >= from; row--) {
            if (set.counts(row)) {
                return set.rows().day(row);
            }
        }
        return MISSING;
    }

    private static long since(RowSet set, long day) {
        return day == MISSING ? MISSING : set.lastDay() - day;
    }

    private static long months(RowSet set, int customer) {
        long months = 0;
        long nextMonth = Long.MIN_VALUE;
        int to = set.to(customer);
        for (int row = set.from(customer); row < to; row++) {
            int day = set.rows().day(row);
            if (day >= nextMonth && set.counts(row)) {
                months++;
                nextMonth = LocalDate.ofEpochDay(day)
                        .withDayOfMonth(1)
                        .plusMonths(1)
                        .toEpochDay();
            }
        }
        return months;
    }

    private static Kernel share(MetricDefinition metric, RowSet set, @Nullable Condition share, int customers) {
        if (share == null) {
            throw new IllegalArgumentException(
                    "Metric %s is a share and needs a condition in share".formatted(metric.id()));
        }
        return number(customers, (customer, scratch) -> {
            long holding = 0;
            long known = 0;
            int to = set.to(customer);
            for (int row = set.from(customer); row < to; row++) {
                if (set.counts(row)) {
                    switch (share.truth(row)) {
                        case HOLDS -> {
                            holding++;
                            known++;
                        }
                        case FAILS -> known++;
                        case UNKNOWN -> {
                            // a row that does not know the answer counts neither way
                        }
                    }
                }
            }
            return known == 0 ? Double.NaN : (double) holding / known;
        });
    }
}

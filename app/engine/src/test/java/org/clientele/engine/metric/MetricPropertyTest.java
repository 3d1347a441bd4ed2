package org.clientele.engine.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.engine.Fixtures;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.Value;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.MetricDefinition.Aggregate;
import org.clientele.plugins.api.MetricDefinition.ValueType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every aggregate over random rows, against plain streams over boxed rows; and the same rows in another order, on two threads. */
class MetricPropertyTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final int CUSTOMERS = 40;
    private static final int TREND_DAYS = 100;
    private static final String ONLINE = "channel == 'online'";
    private static final String SPRING = "days_ago > 19 && 90 > days_ago";
    private static final String SPRING_ONLINE = "days_ago < 90 && (channel == 'online' && 20 <= days_ago)";
    private static final Set<Aggregate> RELATIVE = EnumSet.of(Aggregate.CHANGE, Aggregate.TREND);

    /** A row with what the metrics under test need. */
    private record Row(
            long customer,
            LocalDate date,
            int second,
            @Nullable Long cents,
            @Nullable Double weight,
            @Nullable String invoice,
            @Nullable String channel) {}

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void shouldAgreeWithPlainStreams(long seed) {
        List<Row> rows = rows(new Random(seed));
        List<MetricDefinition> metrics = metrics();
        MetricColumns columns = compute(metrics, rows, 1);
        for (MetricDefinition metric : metrics) {
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                Value actual = columns.column(metric.id()).value(customer);
                Value expected = naive(metric, rows, customer);
                if (expected instanceof Value.Decimal(double number) && RELATIVE.contains(metric.aggregate())) {
                    assertThat(actual.asDouble()).isCloseTo(number, within(1e-9 * Math.max(1, Math.abs(number))));
                } else {
                    assertThat(actual)
                            .as("%s of customer %d", metric.id(), customer)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void shouldNotDependOnOrderOrThreads(long seed) {
        Random random = new Random(seed);
        List<Row> rows = rows(random);
        MetricColumns expected = compute(metrics(), rows, 1);
        Collections.shuffle(rows, random);
        MetricColumns actual = compute(metrics(), rows, 3);
        for (MetricDefinition metric : metrics()) {
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                assertThat(actual.column(metric.id()).value(customer))
                        .isEqualTo(expected.column(metric.id()).value(customer));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32})
    void shouldComputeAsOfAnotherDayOnlyWhatIsAskedFor(long seed) {
        List<Row> rows = rows(new Random(seed));
        VerticalColumns data = data(metrics(), rows);
        MetricEngine engine = MetricEngine.of(data.definition());
        LocalDate day = AS_OF.minusDays(45);
        MetricColumns expected = engine.compute(data, day, 1);

        MetricColumns asked = engine.onDay(engine.compute(data, AS_OF), data, day);

        assertThat(asked.asOf()).isEqualTo(day);
        List<String> backwards =
                metrics().reversed().stream().map(MetricDefinition::id).toList();
        for (String metric : backwards) {
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                assertThat(asked.column(metric).value(customer))
                        .isEqualTo(expected.column(metric).value(customer));
            }
        }
        assertThat(asked.columns().keySet())
                .containsExactlyElementsOf(expected.columns().keySet());
    }

    private static List<MetricDefinition> metrics() {
        List<MetricDefinition> metrics = new ArrayList<>();
        for (@Nullable String where : new @Nullable String[] {null, ONLINE, SPRING, SPRING_ONLINE}) {
            for (@Nullable Integer window : new @Nullable Integer[] {null, 60}) {
                String suffix = "_" + condition(where) + "_" + window;
                add(metrics, "count" + suffix, ValueType.COUNT, Aggregate.COUNT, null, where, window);
                add(metrics, "rows" + suffix, ValueType.COUNT, Aggregate.COUNT_ROWS, null, where, window);
                add(metrics, "sum" + suffix, ValueType.MONEY, Aggregate.SUM, "amount", where, window);
                add(metrics, "weight" + suffix, ValueType.DECIMAL, Aggregate.SUM, "weight", where, window);
                add(metrics, "min" + suffix, ValueType.MONEY, Aggregate.MIN, "amount", where, window);
                add(metrics, "max" + suffix, ValueType.MONEY, Aggregate.MAX, "amount", where, window);
                add(metrics, "last" + suffix, ValueType.DAYS, Aggregate.DAYS_SINCE_LAST, null, where, window);
                add(metrics, "first" + suffix, ValueType.DATE, Aggregate.FIRST_DATE, null, where, window);
                add(metrics, "months" + suffix, ValueType.COUNT, Aggregate.ACTIVE_MONTHS, null, where, window);
                add(metrics, "lastone" + suffix, ValueType.MONEY, Aggregate.LAST, "amount", where, window);
            }
            String suffix = "_" + condition(where);
            for (String field : List.of("amount", "weight")) {
                add(metrics, "change" + field + suffix, ValueType.SHARE, Aggregate.CHANGE, field, where, 60);
                add(metrics, "trend" + field + suffix, ValueType.SHARE, Aggregate.TREND, field, where, TREND_DAYS);
            }
        }
        return metrics;
    }

    private static int condition(@Nullable String where) {
        return Arrays.asList(null, ONLINE, SPRING, SPRING_ONLINE).indexOf(where);
    }

    private static boolean counts(MetricDefinition metric, Row row) {
        long daysAgo = AS_OF.toEpochDay() - row.date().toEpochDay();
        boolean online = Objects.equals(row.channel(), "online");
        boolean spring = daysAgo >= 20 && daysAgo < 90;
        return switch (condition(metric.where())) {
            case 0 -> true;
            case 1 -> online;
            case 2 -> spring;
            default -> online && spring;
        };
    }

    private static void add(
            List<MetricDefinition> metrics,
            String id,
            ValueType type,
            Aggregate aggregate,
            @Nullable String field,
            @Nullable String where,
            @Nullable Integer window) {
        metrics.add(
                Fixtures.metric(id.toLowerCase(java.util.Locale.ROOT), type, aggregate, field, where, window, false));
    }

    private static List<Row> rows(Random random) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            rows.add(new Row(
                    random.nextInt(CUSTOMERS - 3),
                    AS_OF.minusDays(random.nextInt(200) - 10L),
                    i * 7_919 % 86_400,
                    random.nextInt(6) == 0 ? null : (long) random.nextInt(5_000) - 500,
                    random.nextInt(6) == 0 ? null : random.nextInt(64) / 8.0,
                    random.nextInt(3) == 0 ? null : "D" + random.nextInt(4),
                    random.nextInt(6) == 0 ? null : random.nextBoolean() ? "online" : "store"));
        }
        return rows;
    }

    private static MetricColumns compute(List<MetricDefinition> metrics, List<Row> rows, int threads) {
        VerticalColumns data = data(metrics, rows);
        return MetricEngine.of(data.definition()).compute(data, AS_OF, threads);
    }

    private static VerticalColumns data(List<MetricDefinition> metrics, List<Row> rows) {
        CustomerColumns.Builder builder = CustomerColumns.builder(List.of(), 2);
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            builder.customer(customer);
        }
        CustomerColumns customers = builder.build();
        ActivityColumns.Builder activities = ActivityColumns.builder(
                customers, Fixtures.PURCHASE, Set.of("amount", "weight", "channel", ActivityColumns.TIME), 2);
        for (Row row : rows) {
            activities.row(row.customer(), (int) row.date().toEpochDay());
            activities.time(row.second());
            if (row.cents() != null) {
                activities.money(activities.ordinal("amount"), row.cents());
            }
            if (row.weight() != null) {
                activities.number(activities.ordinal("weight"), row.weight());
            }
            activities.document(row.invoice());
            activities.text(activities.ordinal("channel"), row.channel());
        }
        return new VerticalColumns(
                Fixtures.vertical(metrics, List.of()), 2, customers, Map.of("purchase", activities.build()));
    }

    private static Value naive(MetricDefinition metric, List<Row> all, int customer) {
        List<Row> known = all.stream()
                .filter(row -> row.customer() == customer && !row.date().isAfter(AS_OF))
                .filter(row -> counts(metric, row))
                .toList();
        List<Row> rows = known.stream()
                .filter(row -> metric.windowDays() == null || row.date().isAfter(AS_OF.minusDays(metric.windowDays())))
                .toList();
        return switch (metric.aggregate()) {
            case COUNT ->
                new Value.Whole(rows.stream()
                                .map(Row::invoice)
                                .filter(Objects::nonNull)
                                .distinct()
                                .count()
                        + rows.stream().filter(row -> row.invoice() == null).count());
            case COUNT_ROWS -> new Value.Whole(rows.size());
            case SUM ->
                metric.type() == ValueType.MONEY
                        ? new Value.Money(cents(rows).mapToLong(Long::longValue).sum(), 2)
                        : new Value.Decimal(weights(rows));
            case MIN ->
                cents(rows)
                        .min(Long::compare)
                        .<Value>map(c -> new Value.Money(c, 2))
                        .orElse(Value.MISSING);
            case MAX ->
                cents(rows)
                        .max(Long::compare)
                        .<Value>map(c -> new Value.Money(c, 2))
                        .orElse(Value.MISSING);
            case DAYS_SINCE_LAST ->
                dates(rows)
                        .max(LocalDate::compareTo)
                        .<Value>map(d -> new Value.Whole(AS_OF.toEpochDay() - d.toEpochDay()))
                        .orElse(Value.MISSING);
            case FIRST_DATE ->
                dates(rows)
                        .min(LocalDate::compareTo)
                        .<Value>map(Value.Date::new)
                        .orElse(Value.MISSING);
            case LAST ->
                rows.stream()
                        .filter(row -> row.cents() != null)
                        .max(Comparator.comparing(Row::date).thenComparing(Row::second))
                        .<Value>map(row -> new Value.Money(Objects.requireNonNull(row.cents()), 2))
                        .orElse(Value.MISSING);
            case CHANGE -> {
                double before = sum(metric, known, 60, 119);
                yield decimal(before > 0 ? sum(metric, known, 0, 59) / before - 1 : Double.NaN);
            }
            case TREND -> decimal(slope(metric, known));
            default ->
                new Value.Whole(
                        dates(rows).map(d -> d.withDayOfMonth(1)).distinct().count());
        };
    }

    private static Value decimal(double number) {
        return Double.isNaN(number) ? Value.MISSING : new Value.Decimal(number);
    }

    private static double sum(MetricDefinition metric, List<Row> rows, int fewestDaysAgo, int mostDaysAgo) {
        return rows.stream()
                .filter(row -> !row.date().isAfter(AS_OF.minusDays(fewestDaysAgo)))
                .filter(row -> !row.date().isBefore(AS_OF.minusDays(mostDaysAgo)))
                .mapToDouble(row -> value(metric, row))
                .sum();
    }

    private static double value(MetricDefinition metric, Row row) {
        @Nullable Number value = row.cents();
        if (Objects.equals(metric.field(), "weight")) {
            value = row.weight();
        }
        return value == null ? 0 : value.doubleValue();
    }

    /** The textbook's sums over three months of 30 days, oldest first. */
    private static double slope(MetricDefinition metric, List<Row> rows) {
        double n = 3;
        double[] y = {sum(metric, rows, 60, 89), sum(metric, rows, 30, 59), sum(metric, rows, 0, 29)};
        double x = 0;
        double xx = 0;
        double xy = 0;
        double total = 0;
        for (int i = 0; i < n; i++) {
            x += i;
            xx += i * i;
            xy += i * y[i];
            total += y[i];
        }
        double slope = (n * xy - x * total) / (n * xx - x * x);
        return total > 0 ? slope / (total / n) : Double.NaN;
    }

    private static Stream<Long> cents(List<Row> rows) {
        return rows.stream().map(Row::cents).filter(Objects::nonNull).map(Objects::requireNonNull);
    }

    private static Stream<LocalDate> dates(List<Row> rows) {
        return rows.stream().map(Row::date);
    }

    private static double weights(List<Row> rows) {
        return rows.stream()
                .map(Row::weight)
                .filter(Objects::nonNull)
                .map(weight -> BigDecimal.valueOf(Objects.requireNonNull(weight)))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }
}

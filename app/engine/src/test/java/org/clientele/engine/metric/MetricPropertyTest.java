package org.clientele.engine.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
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

    /** A row with what the metrics under test need. */
    private record Row(
            long customer,
            LocalDate date,
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
                assertThat(columns.column(metric.id()).value(customer))
                        .as("%s of customer %d", metric.id(), customer)
                        .isEqualTo(naive(metric, rows, customer));
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

    private static List<MetricDefinition> metrics() {
        List<MetricDefinition> metrics = new ArrayList<>();
        for (@Nullable String where : new @Nullable String[] {null, "channel == 'online'"}) {
            for (@Nullable Integer window : new @Nullable Integer[] {null, 60}) {
                String suffix = "_" + (where != null) + "_" + window;
                add(metrics, "count" + suffix, ValueType.COUNT, Aggregate.COUNT, null, where, window);
                add(metrics, "rows" + suffix, ValueType.COUNT, Aggregate.COUNT_ROWS, null, where, window);
                add(metrics, "sum" + suffix, ValueType.MONEY, Aggregate.SUM, "amount", where, window);
                add(metrics, "weight" + suffix, ValueType.DECIMAL, Aggregate.SUM, "weight", where, window);
                add(metrics, "min" + suffix, ValueType.MONEY, Aggregate.MIN, "amount", where, window);
                add(metrics, "max" + suffix, ValueType.MONEY, Aggregate.MAX, "amount", where, window);
                add(metrics, "last" + suffix, ValueType.DAYS, Aggregate.DAYS_SINCE_LAST, null, where, window);
                add(metrics, "first" + suffix, ValueType.DATE, Aggregate.FIRST_DATE, null, where, window);
                add(metrics, "months" + suffix, ValueType.COUNT, Aggregate.ACTIVE_MONTHS, null, where, window);
            }
        }
        return metrics;
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
                    random.nextInt(6) == 0 ? null : (long) random.nextInt(5_000) - 500,
                    random.nextInt(6) == 0 ? null : random.nextInt(64) / 8.0,
                    random.nextInt(3) == 0 ? null : "D" + random.nextInt(4),
                    random.nextInt(6) == 0 ? null : random.nextBoolean() ? "online" : "store"));
        }
        return rows;
    }

    private static MetricColumns compute(List<MetricDefinition> metrics, List<Row> rows, int threads) {
        CustomerColumns.Builder builder = CustomerColumns.builder(List.of(), 2);
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            builder.customer(customer);
        }
        CustomerColumns customers = builder.build();
        ActivityColumns.Builder activities =
                ActivityColumns.builder(customers, Fixtures.PURCHASE, Set.of("amount", "weight", "channel"), 2);
        for (Row row : rows) {
            activities.row(row.customer(), (int) row.date().toEpochDay());
            if (row.cents() != null) {
                activities.money(activities.ordinal("amount"), row.cents());
            }
            if (row.weight() != null) {
                activities.number(activities.ordinal("weight"), row.weight());
            }
            activities.document(row.invoice());
            activities.text(activities.ordinal("channel"), row.channel());
        }
        VerticalColumns data = new VerticalColumns(
                Fixtures.vertical(metrics, List.of()), 2, customers, Map.of("purchase", activities.build()));
        return MetricEngine.of(data.definition()).compute(data, AS_OF, threads);
    }

    private static Value naive(MetricDefinition metric, List<Row> all, int customer) {
        List<Row> rows = all.stream()
                .filter(row -> row.customer() == customer && !row.date().isAfter(AS_OF))
                .filter(row -> metric.where() == null || Objects.equals(row.channel(), "online"))
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
            default ->
                new Value.Whole(
                        dates(rows).map(d -> d.withDayOfMonth(1)).distinct().count());
        };
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

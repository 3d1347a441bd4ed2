package org.clientele.engine.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientele.engine.Fixtures.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.engine.Fixtures;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.Field;
import org.clientele.engine.column.Value;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.plugins.api.Layer;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.MetricDefinition.Aggregate;
import org.clientele.plugins.api.MetricDefinition.ValueType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MetricEngineTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    /** Customer 1 has five rows in three invoices up to the as-of day and one after it; customer 2 has none. */
    private static VerticalColumns data(List<MetricDefinition> metrics) {
        CustomerColumns.Builder builder = CustomerColumns.builder(
                Fixtures.ATTRIBUTES.stream().map(Field::of).toList(), 2);
        builder.customer(1);
        builder.money(builder.ordinal("pay"), 5_000_00);
        builder.whole(builder.ordinal("age"), 35);
        builder.customer(2);
        CustomerColumns customers = builder.build();
        ActivityColumns.Builder rows = ActivityColumns.builder(
                customers,
                Fixtures.PURCHASE,
                Set.of("amount", "quantity", "weight", "invoice", "category", "channel", "gift", "delivered"),
                2);
        row(rows, LocalDate.of(2026, 1, 31), 10_00L, 1, 0.1, "A", "books", "online");
        row(rows, LocalDate.of(2026, 1, 31), 5_01L, 2, 0.2, "A", "music", "online");
        row(rows, LocalDate.of(2026, 6, 1), -5_00L, 1, 0.3, "C", "music", "store");
        row(rows, LocalDate.of(2026, 6, 30), 20_00L, 3, Double.NaN, null, null, "store");
        row(rows, LocalDate.of(2026, 6, 30), null, 4, 0.4, null, "books", null);
        row(rows, LocalDate.of(2026, 7, 1), 99_00L, 9, 9, "D", "toys", "store");
        return new VerticalColumns(
                Fixtures.vertical(metrics, List.of()), 2, customers, Map.of("purchase", rows.build()));
    }

    private static void row(
            ActivityColumns.Builder rows,
            LocalDate date,
            @Nullable Long amount,
            long quantity,
            double weight,
            @Nullable String invoice,
            @Nullable String category,
            @Nullable String channel) {
        rows.row(1, (int) date.toEpochDay());
        if (amount != null) {
            rows.money(rows.ordinal("amount"), amount);
        }
        rows.whole(rows.ordinal("quantity"), quantity);
        rows.number(rows.ordinal("weight"), weight);
        rows.document(invoice);
        rows.text(rows.ordinal("category"), category);
        rows.text(rows.ordinal("channel"), channel);
        rows.day(rows.ordinal("delivered"), (int) date.plusDays(quantity).toEpochDay());
    }

    private static Value[] values(MetricDefinition... metrics) {
        VerticalColumns data = data(List.of(metrics));
        MetricColumns columns = MetricEngine.of(data.definition()).compute(data, AS_OF);
        var column = columns.column(metrics[metrics.length - 1].id());
        return new Value[] {column.value(0), column.value(1)};
    }

    private static MetricDefinition of(ValueType type, Aggregate aggregate, @Nullable String field) {
        return metric("x", type, aggregate, field, null, null, false);
    }

    private static MetricDefinition where(ValueType type, Aggregate aggregate, @Nullable String field, String where) {
        return metric("x", type, aggregate, field, where, null, false);
    }

    private static MetricDefinition window(Aggregate aggregate, int days) {
        return metric("x", ValueType.COUNT, aggregate, null, null, days, false);
    }

    private static MetricDefinition formula(ValueType type, String formula) {
        return new MetricDefinition(
                "f", type, Layer.VALUE, Aggregate.FORMULA, null, null, null, null, null, formula, false, null);
    }

    private static MetricDefinition share(String where, String share) {
        return new MetricDefinition(
                "x",
                ValueType.SHARE,
                Layer.VALUE,
                Aggregate.SHARE,
                "purchase",
                null,
                where,
                share,
                null,
                null,
                false,
                null);
    }

    @Test
    void shouldCountEventsByDocumentAndRowsWithoutOne() {
        assertThat(values(of(ValueType.COUNT, Aggregate.COUNT, null))).containsExactly(whole(4), whole(0));
        assertThat(values(of(ValueType.COUNT, Aggregate.COUNT_ROWS, null))).containsExactly(whole(5), whole(0));
        assertThat(values(where(ValueType.COUNT, Aggregate.COUNT, null, "amount > 0")))
                .containsExactly(whole(2), whole(0));
    }

    @Test
    void shouldCountDifferentValuesWithoutTheMissing() {
        assertThat(values(of(ValueType.COUNT, Aggregate.COUNT_DISTINCT, "category")))
                .containsExactly(whole(2), whole(0));
        assertThat(values(of(ValueType.COUNT, Aggregate.COUNT_DISTINCT, "quantity")))
                .containsExactly(whole(4), whole(0));
        assertThat(values(of(ValueType.COUNT, Aggregate.COUNT_DISTINCT, "invoice")))
                .containsExactly(whole(2), whole(0));
    }

    @Test
    void shouldSumExactly() {
        assertThat(values(of(ValueType.MONEY, Aggregate.SUM, "amount"))).containsExactly(money(30_01), money(0));
        assertThat(values(of(ValueType.COUNT, Aggregate.SUM, "quantity"))).containsExactly(whole(11), whole(0));
        assertThat(values(of(ValueType.DECIMAL, Aggregate.SUM, "weight")))
                .containsExactly(new Value.Decimal(1.0), new Value.Decimal(0));
        assertThat(values(of(ValueType.DECIMAL, Aggregate.SUM, "amount"))[0]).isEqualTo(new Value.Decimal(30.01));
    }

    @Test
    void shouldAverageOverRowsThatHaveTheField() {
        assertThat(values(of(ValueType.MONEY, Aggregate.AVERAGE, "amount")))
                .containsExactly(money(7_50), Value.MISSING);
        assertThat(values(of(ValueType.DECIMAL, Aggregate.AVERAGE, "weight")))
                .containsExactly(new Value.Decimal(0.25), Value.MISSING);
        assertThat(values(of(ValueType.DECIMAL, Aggregate.AVERAGE, "quantity"))[0])
                .isEqualTo(new Value.Decimal(2.2));
        assertThat(values(where(ValueType.MONEY, Aggregate.AVERAGE, "amount", "days_ago > 100"))[0])
                .isEqualTo(money(7_51));
    }

    @Test
    void shouldFindExtremesOfEveryMeasure() {
        assertThat(values(of(ValueType.MONEY, Aggregate.MIN, "amount"))).containsExactly(money(-5_00), Value.MISSING);
        assertThat(values(of(ValueType.MONEY, Aggregate.MAX, "amount"))).containsExactly(money(20_00), Value.MISSING);
        assertThat(values(of(ValueType.DECIMAL, Aggregate.MIN, "weight"))[0]).isEqualTo(new Value.Decimal(0.1));
        assertThat(values(of(ValueType.DATE, Aggregate.MAX, "delivered"))[0])
                .isEqualTo(new Value.Date(LocalDate.of(2026, 7, 4)));
    }

    @Test
    void shouldKnowFirstAndLastDays() {
        assertThat(values(of(ValueType.DATE, Aggregate.FIRST_DATE, null)))
                .containsExactly(new Value.Date(LocalDate.of(2026, 1, 31)), Value.MISSING);
        assertThat(values(of(ValueType.DATE, Aggregate.LAST_DATE, null))[0])
                .isEqualTo(new Value.Date(LocalDate.of(2026, 6, 30)));
        assertThat(values(of(ValueType.DAYS, Aggregate.DAYS_SINCE_FIRST, null)))
                .containsExactly(whole(150), Value.MISSING);
        assertThat(values(where(ValueType.DAYS, Aggregate.DAYS_SINCE_LAST, null, "amount < 0"))[0])
                .isEqualTo(whole(29));
        assertThat(values(of(ValueType.COUNT, Aggregate.ACTIVE_MONTHS, null))).containsExactly(whole(2), whole(0));
    }

    @Test
    void shouldCountTheAsOfDayAsTheFirstDayOfAWindow() {
        assertThat(values(window(Aggregate.COUNT_ROWS, 1))[0]).isEqualTo(whole(2));
        assertThat(values(window(Aggregate.COUNT_ROWS, 29))[0]).isEqualTo(whole(2));
        assertThat(values(window(Aggregate.COUNT_ROWS, 30))[0]).isEqualTo(whole(3));
        assertThat(values(where(ValueType.COUNT, Aggregate.COUNT_ROWS, null, "days_ago < 30"))[0])
                .isEqualTo(whole(3));
    }

    @Test
    void shouldShareOverRowsThatKnowTheAnswer() {
        assertThat(values(share("true", "amount < 0"))).containsExactly(new Value.Decimal(0.25), Value.MISSING);
        assertThat(values(share("channel == 'store'", "amount < 0"))[0]).isEqualTo(new Value.Decimal(0.5));
        assertThat(values(share("amount > 1000", "amount < 0"))[0]).isEqualTo(Value.MISSING);
    }

    @Test
    void shouldComputeFormulasAndRoundMoneyHalfUp() {
        MetricDefinition sum = metric("sum", ValueType.MONEY, Aggregate.SUM, "amount", null, null, false);
        MetricDefinition count = metric("count", ValueType.COUNT, Aggregate.COUNT, null, null, null, false);

        assertThat(values(sum, count, formula(ValueType.MONEY, "sum / count")))
                .containsExactly(money(7_50), Value.MISSING);
        assertThat(values(sum, count, formula(ValueType.MONEY, "sum / 2"))).containsExactly(money(15_01), money(0));
        assertThat(values(sum, count, formula(ValueType.MONEY, "-sum / 2"))[0]).isEqualTo(money(-15_01));
        assertThat(values(sum, count, formula(ValueType.COUNT, "count / 8"))).containsExactly(whole(1), whole(0));
        assertThat(values(sum, count, formula(ValueType.DECIMAL, "count > 0 ? count * 1.5 : 0"))[0])
                .isEqualTo(new Value.Decimal(6));
    }

    @Test
    void shouldTakeTheValueOfTheLastRowThatHasOne() {
        assertThat(values(of(ValueType.MONEY, Aggregate.LAST, "amount"))).containsExactly(money(20_00), Value.MISSING);
        assertThat(values(of(ValueType.COUNT, Aggregate.LAST, "quantity"))[0]).isEqualTo(whole(4));
        assertThat(values(where(ValueType.DECIMAL, Aggregate.LAST, "weight", "channel == 'store'"))[0])
                .isEqualTo(new Value.Decimal(0.3));
        assertThat(values(of(ValueType.DATE, Aggregate.LAST, "delivered"))[0])
                .isEqualTo(new Value.Date(LocalDate.of(2026, 7, 4)));
    }

    @Test
    void shouldCompareAWindowWithTheOneBefore() {
        assertThat(values(change("quantity", 29))).containsExactly(new Value.Decimal(6), Value.MISSING);
        assertThat(values(change("quantity", 200))).containsExactly(Value.MISSING, Value.MISSING);
        assertThat(values(change("quantity", 100))[0]).isEqualTo(new Value.Decimal(5 / 3.0));
        assertThat(values(change("amount", 29))[0]).isEqualTo(Value.MISSING);
        assertThat(values(change("amount", 100))[0]).isEqualTo(new Value.Decimal(-1 / 1501.0));
    }

    private static MetricDefinition change(String field, int days) {
        return metric("x", ValueType.SHARE, Aggregate.CHANGE, field, null, days, false);
    }

    @Test
    void shouldFindTheSlopeByMonthRelativeToTheMean() {
        assertThat(values(trend("quantity", 90))).containsExactly(new Value.Decimal(1.5), Value.MISSING);
        assertThat(values(trend("quantity", 119))).isEqualTo(values(trend("quantity", 90)));
        assertThat(values(trend("quantity", 89))).containsExactly(Value.MISSING, Value.MISSING);
        assertThat(values(trend("amount", 90))[0]).isEqualTo(new Value.Decimal(1.5));
        assertThat(values(metric("x", ValueType.SHARE, Aggregate.TREND, "amount", "amount < 0", 90, false))[0])
                .isEqualTo(Value.MISSING);
    }

    private static MetricDefinition trend(String field, int days) {
        return metric("x", ValueType.SHARE, Aggregate.TREND, field, null, days, false);
    }

    @Test
    void shouldAddPointsAsDecimalsAreWritten() {
        MetricDefinition count = metric("count", ValueType.COUNT, Aggregate.COUNT, null, null, null, false);
        MetricDefinition last = metric("last", ValueType.DAYS, Aggregate.DAYS_SINCE_LAST, null, null, null, true);

        assertThat(values(count, points(ValueType.DECIMAL, "count > 0", 0.1, "count > 1", 0.2, "count > 99", 5)))
                .containsExactly(new Value.Decimal(0.3), new Value.Decimal(0));
        assertThat(values(last, points(ValueType.COUNT, "last < 9", 10, "missing(last)", -3)))
                .containsExactly(whole(10), whole(-3));
        assertThat(values(points(ValueType.COUNT))).containsExactly(whole(0), whole(0));
        assertThat(values(points(ValueType.COUNT, "missing(age)", 2))).containsExactly(whole(0), whole(2));
    }

    /** @param conditionsAndPoints a condition, what it is worth, a condition, … */
    private static MetricDefinition points(ValueType type, Object... conditionsAndPoints) {
        List<MetricDefinition.Points> points = new ArrayList<>();
        for (int i = 0; i < conditionsAndPoints.length; i += 2) {
            double worth = ((Number) conditionsAndPoints[i + 1]).doubleValue();
            points.add(new MetricDefinition.Points((String) conditionsAndPoints[i], worth, null));
        }
        return new MetricDefinition(
                "x", type, Layer.VALUE, Aggregate.POINTS, null, null, null, null, null, null, points, false, null);
    }

    @Test
    void shouldUseAttributesInFormulas() {
        MetricDefinition count = metric("count", ValueType.COUNT, Aggregate.COUNT, null, null, null, false);

        assertThat(values(count, formula(ValueType.MONEY, "pay / 100 + age")))
                .containsExactly(money(85_00), Value.MISSING);
    }

    @Test
    void shouldRefuseWhatLacksAWindow() {
        assertThatThrownBy(() -> values(metric("x", ValueType.SHARE, Aggregate.CHANGE, "amount", null, null, false)))
                .hasMessage("Metric x: CHANGE needs windowDays");
    }

    @Test
    void shouldTreatAbsentActivitiesAsNone() {
        VerticalColumns data = data(List.of(of(ValueType.COUNT, Aggregate.COUNT, null)));
        VerticalColumns empty = new VerticalColumns(data.definition(), 2, data.customers(), Map.of());

        MetricColumns columns = MetricEngine.of(data.definition()).compute(empty, AS_OF);

        assertThat(columns.column("x").value(0)).isEqualTo(whole(0));
        assertThatThrownBy(() -> columns.column("y")).hasMessage("No metric y; there are [x]");
    }

    @Test
    void shouldListTheFieldsThatMustBeLoaded() {
        MetricEngine engine = MetricEngine.of(Fixtures.vertical(
                List.of(
                        where(ValueType.DECIMAL, Aggregate.SUM, "weight", "channel == 'store' && days_ago < 3"),
                        metric("y", ValueType.COUNT, Aggregate.COUNT, null, "gift", null, false)),
                List.of()));

        assertThat(engine.fieldsRead("purchase")).containsExactlyInAnyOrder("amount", "weight", "channel", "gift");
        assertThat(engine.fieldsRead("visit")).isEmpty();
        MetricEngine last =
                MetricEngine.of(Fixtures.vertical(List.of(of(ValueType.DECIMAL, Aggregate.LAST, "weight")), List.of()));
        assertThat(last.fieldsRead("purchase")).containsExactlyInAnyOrder("amount", "weight", ActivityColumns.TIME);
    }

    @Test
    void shouldNameTheMetricWhoseFieldWasNotLoaded() {
        VerticalColumns data = data(List.of(of(ValueType.DECIMAL, Aggregate.SUM, "weight")));
        ActivityColumns without = ActivityColumns.builder(data.customers(), Fixtures.PURCHASE, Set.of(), 2)
                .build();
        VerticalColumns lacking =
                new VerticalColumns(data.definition(), 2, data.customers(), Map.of("purchase", without));

        assertThatThrownBy(() -> MetricEngine.of(data.definition()).compute(lacking, AS_OF))
                .hasMessage("Metric x needs field weight of activity purchase, which was not loaded");
    }

    @Test
    void shouldComputeAFormulaWithItsPartsWhenOnlyTheFormulaIsAskedFor() {
        VerticalColumns data = data(List.of(
                metric("spent", ValueType.MONEY, Aggregate.SUM, "amount", null, null, false),
                metric("times", ValueType.COUNT, Aggregate.COUNT, null, null, null, false),
                metric("weighed", ValueType.DECIMAL, Aggregate.SUM, "weight", null, null, false),
                formula(ValueType.MONEY, "spent / times")));
        MetricEngine engine = MetricEngine.of(data.definition());
        MetricColumns all = engine.compute(data, AS_OF.minusDays(1));

        MetricColumns asked = engine.onDay(engine.compute(data, AS_OF), data, AS_OF.minusDays(1));
        asked.compute(List.of("f", "no_metric"));

        assertThat(asked.column("f").value(0)).isEqualTo(all.column("f").value(0));
        assertThat(asked.column("weighed").value(0))
                .isEqualTo(all.column("weighed").value(0));
        assertThat(asked.columns()).containsOnlyKeys("spent", "times", "weighed", "f");
    }

    private static Value whole(long number) {
        return new Value.Whole(number);
    }

    private static Value money(long minor) {
        return new Value.Money(minor, 2);
    }
}

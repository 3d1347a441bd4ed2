package org.clientele.engine.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientele.engine.Fixtures.metric;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clientele.engine.Fixtures;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.ColumnsPatch;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.DateColumn;
import org.clientele.engine.column.Field;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.column.NumberColumn;
import org.clientele.engine.column.ReferenceColumns;
import org.clientele.engine.column.Value;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.engine.column.WholeColumn;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.Layer;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.MetricDefinition.Aggregate;
import org.clientele.plugins.api.MetricDefinition.ValueType;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricColumnsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final VerticalDefinition SHOP = Fixtures.vertical(Fixtures.METRICS, List.of());

    /** Every customer has bought once for each of the last digits of the id, at the id in cents. */
    private static VerticalColumns data(long... ids) {
        CustomerColumns.Builder builder = CustomerColumns.builder(
                Fixtures.ATTRIBUTES.stream().map(Field::of).toList(), 2);
        for (long id : ids) {
            builder.customer(id);
        }
        CustomerColumns customers = builder.build();
        ActivityColumns.Builder rows = ActivityColumns.builder(
                customers, Fixtures.PURCHASE, MetricEngine.of(SHOP).fieldsRead("purchase"), 2);
        for (long id : ids) {
            for (int i = 0; i < id % 10; i++) {
                rows.row(id, (int) DAY.toEpochDay() - i);
                rows.money(rows.ordinal("amount"), id);
            }
        }
        return new VerticalColumns(SHOP, 2, customers, Map.of("purchase", rows.build()));
    }

    @Test
    void shouldComputeWhatIsAskedForWhenItIsAskedFor() {
        MetricColumns columns = MetricEngine.of(SHOP).whenAsked(data(12, 13), DAY);

        assertThat(columns.asOf()).isEqualTo(DAY);
        assertThat(columns.has("monetary")).isTrue();
        assertThat(columns.has("size")).isFalse();
        assertThat(columns.column("basket").value(1)).isEqualTo(new Value.Money(13, 2));
        assertThat(columns.columns().keySet())
                .containsExactly("recency", "frequency", "monetary", "spend_year", "tenure", "active_months", "basket");
        assertThat(columns.column("frequency").value(0)).isEqualTo(new Value.Whole(2));
    }

    @Test
    void shouldExchangeTheColumnOfAMetric() {
        MetricColumns columns = MetricEngine.of(SHOP).compute(data(12, 13), DAY);
        MeasureColumn other = WholeColumn.of(7, 8);

        MetricColumns changed = columns.with("frequency", other);

        assertThat(changed.column("frequency")).isSameAs(other);
        assertThat(changed.column("monetary")).isSameAs(columns.column("monetary"));
        assertThat(changed.columns()).hasSameSizeAs(columns.columns());
        assertThat(changed.asOf()).isEqualTo(DAY);
        assertThat(columns.column("frequency").value(0)).isEqualTo(new Value.Whole(2));
        assertThatThrownBy(() -> columns.with("size", other))
                .hasMessageStartingWith("No metric size; there are [recency, frequency");
    }

    @Test
    void shouldComputeAfterAChangeAsOfAllAgain() {
        MetricEngine engine = MetricEngine.of(SHOP);
        VerticalColumns before = data(11, 12, 13);
        ColumnsPatch patch = ColumnsPatch.of(before, List.of(12L, 14L), data(14));

        MetricColumns patched = engine.patched(engine.compute(before, DAY), patch);

        MetricColumns again = engine.compute(data(11, 13, 14), DAY);
        assertThat(patched.asOf()).isEqualTo(DAY);
        again.columns().forEach((id, column) -> {
            for (int customer = 0; customer < 3; customer++) {
                assertThat(patched.column(id).value(customer)).as(id).isEqualTo(column.value(customer));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void shouldComputeTheSameInAnyNumberOfParts(int threads) {
        VerticalColumns data = data(IntStream.range(1, 700).mapToLong(i -> i).toArray());

        MetricColumns columns = MetricEngine.of(SHOP).compute(data, DAY, threads);

        for (int customer = 0; customer < 699; customer++) {
            long id = customer + 1;
            assertThat(columns.column("frequency").order(customer)).isEqualTo(id % 10);
            assertThat(columns.column("monetary").order(customer)).isEqualTo(id % 10 * id);
        }
    }

    @Test
    void shouldReadWhatSharesAndConditionsName() {
        MetricDefinition share = new MetricDefinition(
                "x",
                ValueType.SHARE,
                Layer.VALUE,
                Aggregate.SHARE,
                "purchase",
                null,
                "weight > 2.0",
                "gift",
                null,
                null,
                false,
                null);

        assertThat(MetricEngine.of(Fixtures.vertical(List.of(share), List.of())).fieldsRead("purchase"))
                .isEqualTo(Set.of("amount", "weight", "gift"));
    }

    @Test
    void shouldConvertEveryQuantityIntoTheTypeAsked() {
        NumberColumn numbers = NumberColumn.of(2.5, -2.5, Double.NaN, 2.499);

        assertThat(values(MetricTypes.convert(numbers, ValueType.COUNT, 2)))
                .containsExactly(new Value.Whole(3), new Value.Whole(-3), Value.MISSING, new Value.Whole(2));
        assertThat(values(MetricTypes.convert(numbers, ValueType.DAYS, 2)).getFirst())
                .isEqualTo(new Value.Whole(3));
        assertThat(values(MetricTypes.convert(numbers, ValueType.MONEY, 1)))
                .containsExactly(
                        new Value.Money(25, 1), new Value.Money(-25, 1), Value.MISSING, new Value.Money(25, 1));
        assertThat(values(MetricTypes.convert(numbers, ValueType.DATE, 2)))
                .containsExactly(
                        new Value.Date(LocalDate.ofEpochDay(2)),
                        new Value.Date(LocalDate.ofEpochDay(-3)),
                        Value.MISSING,
                        new Value.Date(LocalDate.ofEpochDay(2)));
        assertThat(values(MetricTypes.convert(MoneyColumn.of(2, 1_50, MoneyColumn.MISSING), ValueType.SHARE, 2)))
                .containsExactly(new Value.Decimal(1.5), Value.MISSING);
    }

    @Test
    void shouldLeaveAColumnOfTheTypeAskedAsItIs() {
        MeasureColumn whole = WholeColumn.of(1);
        MeasureColumn money = MoneyColumn.of(2, 1);
        MeasureColumn number = NumberColumn.of(1);
        MeasureColumn date = DateColumn.of(1);

        assertThat(MetricTypes.convert(whole, ValueType.COUNT, 2)).isSameAs(whole);
        assertThat(MetricTypes.convert(whole, ValueType.DAYS, 2)).isSameAs(whole);
        assertThat(MetricTypes.convert(money, ValueType.MONEY, 2)).isSameAs(money);
        assertThat(MetricTypes.convert(number, ValueType.DECIMAL, 2)).isSameAs(number);
        assertThat(MetricTypes.convert(date, ValueType.DATE, 2)).isSameAs(date);
    }

    private static final ReferenceDefinition UNIT = new ReferenceDefinition(
            "unit",
            "house",
            List.of(
                    new ActivityField("rent", FieldType.MONEY, List.of()),
                    new ActivityField("place", FieldType.TEXT, List.of())),
            null,
            null);

    private static MetricDefinition lookup(String field) {
        return new MetricDefinition(
                "x", ValueType.MONEY, Layer.VALUE, Aggregate.LOOKUP, null, field, null, null, null, null, false, null);
    }

    private static VerticalDefinition estate(String field) {
        return new VerticalDefinition(
                "estate",
                "house",
                "USD",
                "purchase",
                "x",
                List.of(
                        new AttributeDefinition(
                                "unit", FieldType.TEXT, Layer.BASIC, false, List.of(), null, "unit", null, List.of()),
                        Fixtures.attribute("city", FieldType.TEXT)),
                List.of(Fixtures.PURCHASE),
                List.of(lookup(field)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(UNIT),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of());
    }

    private static MeasureColumn lookedUp(String field) {
        VerticalDefinition estate = estate(field);
        CustomerColumns.Builder customers = CustomerColumns.builder(
                estate.attributes().stream().map(Field::of).toList(), 2);
        customers.customer(1).text(0, "U1");
        customers.customer(2).text(0, "gone");
        customers.customer(3);
        ReferenceColumns.Builder units = ReferenceColumns.builder(UNIT, Set.of("rent", "place"), 2);
        units.row("U1").money(units.ordinal("rent"), 900_00);
        units.text(units.ordinal("place"), "Marina");
        VerticalColumns data =
                new VerticalColumns(estate, 2, customers.build(), Map.of(), Map.of("unit", units.build()));
        return MetricEngine.of(estate).compute(data, DAY).column("x");
    }

    @Test
    void shouldLookUpWhatAnAttributePointsTo() {
        assertThat(values(lookedUp("unit.rent")))
                .containsExactly(new Value.Money(900_00, 2), Value.MISSING, Value.MISSING);
        assertThat(values(lookedUp("unit.place")))
                .as("no number")
                .containsExactly(Value.MISSING, Value.MISSING, Value.MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"city.rent", "nothing.rent", "unit", "unit.rent.more"})
    void shouldRefuseToLookUpWhatLeadsNowhere(String field) {
        VerticalDefinition estate = estate(field);

        assertThatThrownBy(() -> MetricEngine.of(estate))
                .hasMessage("Metric x looks up %s, which is no attribute that points to a reference", field);
    }

    @Test
    void shouldTakeDerivedMetricsAsTheyAreWritten() {
        VerticalDefinition derived = Fixtures.vertical(
                Stream.concat(
                                Fixtures.METRICS.stream(),
                                Stream.of(
                                        formula("exact", "monetary * 1.1"),
                                        formula("large", "monetary * 12345.678901234567"),
                                        metric("twice", ValueType.COUNT, Aggregate.COUNT, null, null, 2, false)))
                        .toList(),
                List.of());
        VerticalColumns data = data(11, 12).under(derived);

        MetricColumns columns = MetricEngine.of(derived).compute(data, DAY);

        assertThat(columns.column("exact").value(1)).as("0.24 · 1.1").isEqualTo(new Value.Decimal(0.264));
        assertThat(columns.column("large").value(1)).isEqualTo(new Value.Decimal(0.24 * 12345.678901234567));
        assertThat(columns.column("twice").value(1)).isEqualTo(new Value.Whole(2));
    }

    private static MetricDefinition formula(String id, String formula) {
        return new MetricDefinition(
                id,
                ValueType.DECIMAL,
                Layer.VALUE,
                Aggregate.FORMULA,
                null,
                null,
                null,
                null,
                null,
                formula,
                false,
                null);
    }

    private static List<Value> values(MeasureColumn column) {
        return IntStream.range(0, column.size()).mapToObj(column::value).toList();
    }
}

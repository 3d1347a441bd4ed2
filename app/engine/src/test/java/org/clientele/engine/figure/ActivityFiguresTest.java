package org.clientele.engine.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.clientele.engine.Fixtures;
import org.clientele.engine.Snapshot;
import org.clientele.engine.Snapshots;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.column.NumberColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.engine.column.WholeColumn;
import org.clientele.plugins.api.ActivityDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityFiguresTest {
    private static final Period MARCH = new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

    /** A purchase: whose, when, how much, by which document. */
    private record Row(
            long customer,
            String day,
            @Nullable Long minor,
            @Nullable String document) {}

    private static VerticalColumns data(Row... given) {
        CustomerColumns.Builder customers = CustomerColumns.builder(List.of(), 2);
        Arrays.stream(given).mapToLong(Row::customer).distinct().forEach(customers::customer);
        CustomerColumns built = customers.build();
        ActivityColumns.Builder rows = ActivityColumns.builder(built, Fixtures.PURCHASE, Set.of("amount"), 2);
        for (Row row : given) {
            rows.row(row.customer(), (int) LocalDate.parse(row.day()).toEpochDay());
            if (row.minor() != null) {
                rows.money(0, row.minor());
            }
            rows.document(row.document());
        }
        return new VerticalColumns(Fixtures.retail(), 2, built, Map.of("purchase", rows.build()));
    }

    private static ActivityFigures figures(Row... rows) {
        return ActivityFigures.of(data(rows), "purchase");
    }

    @ParameterizedTest
    @CsvSource({"2026-02-28, 0, 1", "2026-03-01, 1, 0", "2026-03-31, 1, 0", "2026-04-01, 0, 0", "2026-01-29, 0, 1"})
    void shouldTakeTheDaysOfThePeriodAndOfTheOneBefore(String day, long now, long before) {
        Figure active = figures(new Row(1, day, 5L, null)).active(MARCH);

        assertThat(active.value()).isEqualTo(new Value.Whole(now));
        assertThat(active.previous()).isEqualTo(new Value.Whole(before));
        assertThat(active.customers().cardinality()).isEqualTo((int) now);
    }

    @Test
    void shouldCountBasketsByDocument() {
        ActivityFigures figures = figures(
                new Row(1, "2026-03-02", 10_00L, "a"),
                new Row(1, "2026-03-02", 20_00L, "a"),
                new Row(1, "2026-03-05", 2L, null),
                new Row(2, "2026-03-05", -90_00L, "b"),
                new Row(3, "2026-03-05", 0L, "c"),
                new Row(4, "2026-03-05", null, "d"));

        Figure basket = figures.averageBasket(MARCH);
        assertThat(basket.value()).as("30.02 in two baskets").isEqualTo(new Value.Money(15_01, 2));
        assertThat(basket.previous()).isEqualTo(Value.MISSING);
        assertThat(basket.customers().stream()).containsExactly(0);
        Figure revenue = figures.revenue(MARCH);
        assertThat(revenue.value()).isEqualTo(new Value.Money(-59_98, 2));
        assertThat(revenue.customers().stream()).containsExactly(0, 1, 2, 3);
        assertThat(revenue.previous()).isEqualTo(new Value.Money(0, 2));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 2"})
    void shouldRoundABasketHalfUp(long second, long basket) {
        Figure average = figures(new Row(1, "2026-03-02", 1L, "a"), new Row(1, "2026-03-03", second, "b"))
                .averageBasket(MARCH);

        assertThat(average.value()).isEqualTo(new Value.Money(basket, 2));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "a, 5, a, 5, false",
                "a, 5, b, 5, true",
                "-, 5, -, 5, true",
                "a, 5, -, 5, true",
                "-, 5, a, 5, true",
                "a, 5, b, -5, false",
                "a, -5, b, 5, false",
                "a, 0, b, 0, true",
                "a, -, b, -, true"
            })
    void shouldKnowWhoHadTwoEvents(
            @Nullable String document, @Nullable Long minor, @Nullable String other, @Nullable Long next, boolean two) {
        Figure rate = figures(new Row(1, "2025-01-02", minor, document), new Row(1, "2026-03-03", next, other))
                .repeatRate(MARCH);

        assertThat(rate.value()).isEqualTo(new Value.Decimal(two ? 1 : 0));
        assertThat(rate.customers().cardinality()).isEqualTo(two ? 1 : 0);
    }

    @Test
    void shouldNotCountEventsAfterThePeriodAsComingBack() {
        Figure rate = figures(new Row(1, "2026-03-02", 5L, "a"), new Row(1, "2026-04-01", 5L, "b"))
                .repeatRate(MARCH);

        assertThat(rate.value()).isEqualTo(new Value.Decimal(0));
    }

    @Test
    void shouldHaveNoMoneyWhereTheActivityCarriesNone() {
        VerticalColumns data = data(new Row(1, "2026-03-02", 5L, "a"), new Row(1, "2026-03-12", 5L, "b"));
        VerticalColumns without = new VerticalColumns(
                Fixtures.vertical(List.of(), List.of())
                        .withActivities(
                                List.of(new ActivityDefinition(
                                        "purchase", "cart", Fixtures.PURCHASE.fields(), null, "invoice", null)),
                                List.of()),
                2,
                data.customers(),
                data.activities());
        ActivityFigures figures = ActivityFigures.of(without, "purchase");

        assertThat(figures.revenue(MARCH).value()).isEqualTo(Value.MISSING);
        assertThat(figures.averageBasket(MARCH).value()).isEqualTo(Value.MISSING);
        assertThat(figures.active(MARCH).value()).isEqualTo(new Value.Whole(1));
        assertThat(figures.repeatRate(MARCH).value()).isEqualTo(new Value.Decimal(1));
        assertThat(figures.revenueByMonth(MARCH)).singleElement().satisfies(month -> {
            assertThat(month.minor()).isZero();
            assertThat(month.customers().stream()).containsExactly(0);
        });
    }

    @Test
    void shouldNeedTheAmountToBeLoaded() {
        VerticalColumns data = data(new Row(1, "2026-03-02", 5L, "a"));
        ActivityColumns rows = ActivityColumns.builder(data.customers(), Fixtures.PURCHASE, Set.of(), 2)
                .build();
        VerticalColumns without = new VerticalColumns(data.definition(), 2, data.customers(), Map.of("purchase", rows));

        assertThatThrownBy(() -> ActivityFigures.of(without, "purchase"))
                .hasMessage("Field amount of activity purchase was not loaded: load the fields that fieldsRead lists");
    }

    @Test
    void shouldCompareMonthsWithThoseOfTheYearBeforeToTheirLastDay() {
        List<MonthRevenue> months = figures(
                        new Row(1, "2023-02-28", 1L, null),
                        new Row(1, "2024-02-29", 2L, null),
                        new Row(1, "2025-02-28", 4L, null),
                        new Row(1, "2023-03-01", 8L, null),
                        new Row(2, "2024-01-31", 16L, null))
                .revenueByMonth(new Period(LocalDate.of(2024, 1, 31), LocalDate.of(2024, 2, 29)));

        assertThat(months)
                .extracting(MonthRevenue::month, MonthRevenue::minor, MonthRevenue::previousMinor)
                .containsExactly(tuple(YearMonth.of(2024, 1), 16L, 0L), tuple(YearMonth.of(2024, 2), 2L, 1L));
        assertThat(months.getFirst().customers().stream()).containsExactly(1);
    }

    @Test
    void shouldEndTheYearBeforeOnTheSameDayWithinAMonth() {
        List<MonthRevenue> months = figures(
                        new Row(1, "2025-03-10", 1L, null),
                        new Row(1, "2025-03-11", 2L, null),
                        new Row(1, "2026-03-10", 4L, null),
                        new Row(1, "2026-03-11", 8L, null))
                .revenueByMonth(new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 10)));

        assertThat(months)
                .extracting(MonthRevenue::minor, MonthRevenue::previousMinor)
                .containsExactly(tuple(4L, 1L));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64, 65, 200})
    void shouldCountEveryDocumentOnce(int size) {
        Documents documents = new Documents();
        for (int round = 0; round < 2; round++) {
            documents.clear();
            IntStream.range(0, size).forEach(i -> documents.add(i + 1));
            IntStream.range(0, size).forEach(i -> documents.add(size - i));
            documents.add(ActivityColumns.NO_DOCUMENT);
            documents.add(ActivityColumns.NO_DOCUMENT);

            assertThat(documents.count()).isEqualTo(size + 2);
        }
        documents.clear();
        assertThat(documents.count()).isZero();
    }

    @Test
    void shouldSumColumnsInTheirUnitWithoutMissingValues() {
        BitSet some = new BitSet();
        some.set(0, 3);

        assertThat(ColumnSum.of(WholeColumn.of(1, WholeColumn.MISSING, 4, 8), some))
                .isEqualTo(new Value.Whole(5));
        assertThat(ColumnSum.of(MoneyColumn.of(3, 1, MoneyColumn.MISSING, 4, 8), some))
                .isEqualTo(new Value.Money(5, 3));
        assertThat(ColumnSum.of(NumberColumn.of(0.5, Double.NaN, 4, 8), some)).isEqualTo(new Value.Decimal(4.5));
        assertThat(ColumnSum.of(WholeColumn.of(1, 2, 4, 8), new BitSet())).isEqualTo(new Value.Whole(0));
        assertThatThrownBy(() -> ColumnSum.of(WholeColumn.of(Long.MAX_VALUE, 1, 1), some))
                .isInstanceOf(ArithmeticException.class);
    }

    /** As of the end of March: one customer with much, one with little, one who comes in April. */
    private static Snapshot snapshot(LocalDate day) {
        VerticalColumns data = data(
                new Row(1, "2026-01-10", 90_00L, "a"),
                new Row(1, "2026-03-10", 5_00L, "b"),
                new Row(2, "2026-03-11", 5_00L, "c"),
                new Row(3, "2026-04-02", 1_00L, "d"));
        return Snapshots.of(Fixtures.retail()).compute(data, day);
    }

    @Test
    void shouldFollowCustomersFromSegmentToSegment() {
        Snapshot start = snapshot(LocalDate.of(2026, 2, 1));
        Snapshot end = snapshot(LocalDate.of(2026, 4, 30));
        Movement movement = Movement.between(
                start.result("life_cycle"),
                end.result("life_cycle"),
                end.metrics().column("monetary"));
        int none = movement.segmentCount();
        int fresh = end.result("life_cycle").ordinal("fresh");
        int growing = end.result("life_cycle").ordinal("growing");

        assertThat(none).isEqualTo(6);
        assertThat(movement.count(fresh, growing)).isEqualTo(1);
        assertThat(movement.customers(fresh, growing).stream()).containsExactly(0);
        assertThat(movement.value(fresh, growing)).isEqualTo(new Value.Money(95_00, 2));
        assertThat(movement.customers(none, fresh).stream()).containsExactly(1, 2);
        assertThat(movement.value(none, fresh)).isEqualTo(new Value.Money(6_00, 2));
        assertThat(movement.atStart(fresh)).isEqualTo(1);
        assertThat(movement.atEnd(fresh)).isEqualTo(2);
        assertThat(movement.in(fresh)).isEqualTo(2);
        assertThat(movement.out(fresh)).isEqualTo(1);
        assertThat(movement.atStart(none)).isEqualTo(2);
        assertThat(movement.out(none)).isEqualTo(2);
        assertThat(movement.in(growing)).isEqualTo(1);
        assertThat(movement.out(growing)).isZero();
    }

    @Test
    void shouldRefuseMovementsBetweenDifferentModels() {
        Snapshot end = snapshot(LocalDate.of(2026, 4, 30));

        assertThatThrownBy(() -> Movement.between(
                        end.result("abc"), end.result("rfm"), end.metrics().column("monetary")))
                .hasMessage("Movement needs the same model and customers at both dates,"
                        + " found abc with 3 and rfm with 3 customers");
    }

    @Test
    void shouldLeaveThoseOutWhoWereNoCustomers() {
        Snapshot march = snapshot(LocalDate.of(2026, 3, 31));
        BitSet present = march.context().present();
        List<SegmentTotal> totals = SegmentFigures.totals(
                march.result("life_cycle"), march.metrics().column("monetary"), present);

        assertThat(totals).hasSize(6);
        assertThat(totals.stream().mapToInt(SegmentTotal::count).sum()).isEqualTo(2);
        assertThat(totals.stream().mapToDouble(SegmentTotal::valueShare).sum()).isEqualTo(1);
        present = (BitSet) present.clone();
        present.set(2);
        List<SegmentTotal> withNone = SegmentFigures.totals(
                march.result("life_cycle"), march.metrics().column("monetary"), present);
        assertThat(withNone).hasSize(7);
        assertThat(withNone.getLast().segment()).isEqualTo(-1);
        assertThat(withNone.getLast().count()).isEqualTo(1);
        assertThat(withNone.getLast().customers().stream()).containsExactly(2);
        assertThat(withNone.getLast().valueShare()).isNaN();
    }

    @Test
    void shouldHaveNoSharesOfNoValue() {
        Snapshot snapshot = Snapshots.of(Fixtures.retail())
                .compute(data(new Row(1, "2026-03-10", 0L, "a")), LocalDate.of(2026, 3, 31));

        assertThat(SegmentFigures.totals(
                        snapshot.result("life_cycle"),
                        snapshot.metrics().column("monetary"),
                        snapshot.context().present()))
                .allSatisfy(total -> assertThat(total.valueShare()).isNaN());
        assertThat(SegmentFigures.share(1, 0)).isEqualTo(Value.MISSING);
        assertThat(SegmentFigures.share(1, 4)).isEqualTo(new Value.Decimal(0.25));
    }
}

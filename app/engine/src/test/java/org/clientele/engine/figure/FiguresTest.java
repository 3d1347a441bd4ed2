package org.clientele.engine.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.engine.Fixtures;
import org.clientele.engine.Snapshot;
import org.clientele.engine.Snapshots;
import org.clientele.engine.TestData;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.Value;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.engine.model.ModelResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final Period MARCH = new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

    private static VerticalColumns data() {
        CustomerColumns customers = CustomerColumns.builder(List.of(), 2)
                .customer(1)
                .customer(2)
                .customer(3)
                .customer(4)
                .build();
        ActivityColumns.Builder rows = ActivityColumns.builder(customers, Fixtures.PURCHASE, Set.of("amount"), 2);
        row(rows, 1, "2026-02-10", 10_00, "A");
        row(rows, 1, "2026-03-01", 20_00, "B");
        row(rows, 1, "2026-03-01", 5_01, "B");
        row(rows, 1, "2026-03-31", -7_00, "CB");
        row(rows, 2, "2026-03-15", 30_00, null);
        row(rows, 2, "2026-04-01", 99_00, null);
        row(rows, 3, "2026-03-20", 0, "Z");
        row(rows, 3, "2025-03-31", 8_00, "Y");
        row(rows, 4, "2026-04-02", 1_00, "W");
        return new VerticalColumns(Fixtures.retail(), 2, customers, Map.of("purchase", rows.build()));
    }

    private static void row(
            ActivityColumns.Builder rows, long customer, String date, long cents, @Nullable String document) {
        rows.row(customer, (int) LocalDate.parse(date).toEpochDay());
        rows.money(0, cents);
        rows.document(document);
    }

    private static ActivityFigures figures() {
        return ActivityFigures.of(data(), "purchase");
    }

    @Test
    void shouldCompareWithThePeriodOfEqualLengthBefore() {
        assertThat(MARCH.days()).isEqualTo(31);
        assertThat(MARCH.previous()).isEqualTo(new Period(LocalDate.of(2026, 1, 29), LocalDate.of(2026, 2, 28)));
        assertThatThrownBy(() -> new Period(MARCH.to(), MARCH.from())).hasMessageContaining("must not end before");
    }

    @Test
    void shouldCountCustomersAndActive() {
        Figure customers = figures().customers(MARCH);
        assertThat(customers.value()).isEqualTo(new Value.Whole(3));
        assertThat(customers.previous()).isEqualTo(new Value.Whole(2));
        assertThat(customers.customers().stream()).containsExactly(0, 1, 2);

        Figure active = figures().active(MARCH);
        assertThat(active.value()).isEqualTo(new Value.Whole(3));
        assertThat(active.previous()).isEqualTo(new Value.Whole(1));
    }

    @Test
    void shouldDeductReturnsFromRevenueButNotFromBaskets() {
        assertThat(figures().revenue(MARCH).value()).isEqualTo(new Value.Money(48_01, 2));
        assertThat(figures().revenue(MARCH).previous()).isEqualTo(new Value.Money(10_00, 2));
        Figure basket = figures().averageBasket(MARCH);
        assertThat(basket.value()).as("55.01 in two events, half up").isEqualTo(new Value.Money(27_51, 2));
        assertThat(basket.customers().stream()).containsExactly(0, 1);
    }

    @Test
    void shouldKnowWhoCameBack() {
        Figure repeat = figures().repeatRate(MARCH);

        assertThat(repeat.customers().stream()).containsExactly(0, 2);
        assertThat(repeat.value()).isEqualTo(new Value.Decimal(2 / 3.0));
        assertThat(repeat.previous()).isEqualTo(new Value.Decimal(0));
    }

    @Test
    void shouldBeMissingWhereNothingHappened() {
        Period before = new Period(LocalDate.of(2000, 1, 1), LocalDate.of(2000, 1, 31));

        assertThat(figures().averageBasket(before).value()).isEqualTo(Value.MISSING);
        assertThat(figures().repeatRate(before).value()).isEqualTo(Value.MISSING);
        assertThat(figures().revenue(before).value()).isEqualTo(new Value.Money(0, 2));
    }

    @Test
    void shouldGiveTheSameFiguresAllAtOnce() {
        assertThat(figures().keyFigures(MARCH))
                .isEqualTo(new KeyFigures(
                        figures().customers(MARCH),
                        figures().active(MARCH),
                        figures().revenue(MARCH),
                        figures().averageBasket(MARCH),
                        figures().repeatRate(MARCH)));
    }

    @Test
    void shouldSumRevenueByCalendarMonthBesideTheYearBefore() {
        List<MonthRevenue> months =
                figures().revenueByMonth(new Period(LocalDate.of(2026, 1, 15), LocalDate.of(2026, 3, 31)));

        assertThat(months)
                .extracting(MonthRevenue::month)
                .containsExactly(YearMonth.of(2026, 1), YearMonth.of(2026, 2), YearMonth.of(2026, 3));
        assertThat(months).extracting(MonthRevenue::minor).containsExactly(0L, 10_00L, 48_01L);
        assertThat(months).extracting(MonthRevenue::previousMinor).containsExactly(0L, 0L, 8_00L);
        assertThat(months.get(2).customers().stream()).containsExactly(0, 1, 2);
    }

    @Test
    void shouldBalanceMovementsOfEverySegmentOnRealPurchases() {
        VerticalColumns data = TestData.columns(TestData.cdnow());
        Snapshots snapshots = Snapshots.of(Fixtures.retail());
        Snapshot start = snapshots.compute(data, LocalDate.of(1997, 3, 1));
        Snapshot end = snapshots.compute(data, LocalDate.of(1997, 9, 30));
        for (String model : end.models()) {
            ModelResult before = start.result(model);
            ModelResult after = end.result(model);
            Movement movement = Movement.between(before, after, end.metrics().column("monetary"));
            int all = 0;
            for (int segment = 0; segment <= movement.segmentCount(); segment++) {
                assertThat(movement.atStart(segment) + movement.in(segment) - movement.out(segment))
                        .isEqualTo(movement.atEnd(segment));
                all += movement.atEnd(segment);
                for (int to = 0; to <= movement.segmentCount(); to++) {
                    assertThat(movement.customers(segment, to).cardinality()).isEqualTo(movement.count(segment, to));
                }
            }
            assertThat(all).isEqualTo(data.customers().size());
            assertThat(movement.atStart(movement.segmentCount()))
                    .as("not yet customers")
                    .isPositive();
            assertThat(movement.atEnd(0)).isEqualTo(after.counts()[0]);
        }
    }

    @Test
    void shouldMakeSegmentValuesAddUpToTheWhole() {
        VerticalColumns data = TestData.columns(TestData.cdnow());
        Snapshot snapshot = Snapshots.of(Fixtures.retail()).compute(data, TestData.CDNOW_END);
        ModelResult rfm = snapshot.result("rfm");
        List<SegmentTotal> totals = SegmentFigures.totals(
                rfm, snapshot.metrics().column("monetary"), snapshot.context().present());

        assertThat(totals.stream()
                        .mapToLong(t -> ((Value.Money) t.value()).minor())
                        .sum())
                .isEqualTo(250_031_563);
        assertThat(totals.stream().mapToInt(SegmentTotal::count).sum()).isEqualTo(23_570);
        assertThat(totals.stream().mapToDouble(SegmentTotal::valueShare).sum()).isBetween(0.999999, 1.000001);
        KeyFigures figures = ActivityFigures.of(data, "purchase")
                .keyFigures(new Period(LocalDate.of(1997, 1, 1), TestData.CDNOW_END));
        assertThat(figures.revenue().value()).isEqualTo(new Value.Money(250_031_563, 2));
        assertThat(figures.customers().value()).isEqualTo(new Value.Whole(23_570));
    }

    @Test
    void shouldShareASegmentAmongTheCustomersOfItsDay() {
        Snapshots snapshots = Snapshots.of(Fixtures.retail());
        Snapshot now = snapshots.compute(data(), LocalDate.of(2026, 4, 30));
        Snapshot before = snapshots.compute(data(), LocalDate.of(2026, 2, 28));
        ModelResult stages = now.result("life_cycle");
        Figure fresh = SegmentFigures.share(
                stages.ordinal("fresh"),
                stages,
                now.context().present(),
                before.result("life_cycle"),
                before.context().present());

        assertThat(fresh.value()).isEqualTo(new Value.Decimal(0.25));
        assertThat(fresh.previous()).isEqualTo(new Value.Decimal(0.5));
        assertThat(fresh.customers().stream()).containsExactly(3);
    }
}

package org.clientele.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.clientele.engine.column.Value;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.plugins.api.ReportDefinition.Periods.Period;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsWalkTest {
    @ParameterizedTest
    @CsvSource({
        "QUARTER, 2025-01-01, 2025-01-01",
        "QUARTER, 2025-03-31, 2025-01-01",
        "QUARTER, 2025-04-01, 2025-04-01",
        "QUARTER, 2025-09-30, 2025-07-01",
        "QUARTER, 2025-12-31, 2025-10-01",
        "MONTH, 2025-02-28, 2025-02-01",
        "MONTH, 2025-12-01, 2025-12-01",
        "YEAR, 2024-12-31, 2024-01-01",
        "YEAR, 2025-01-01, 2025-01-01"
    })
    void shouldPutADayIntoThePeriodItBelongsTo(Period period, String day, LocalDate start) {
        PeriodsTable table = purchases(new ReportShop().customer(Map.of()).purchase(0, day, Map.of()), period, null);

        assertThat(table.rows()).extracting(PeriodsTable.Row::start).containsExactly(start);
        assertThat(table.grouped()).isFalse();
        assertThat(table.period()).isEqualTo(period);
    }

    @Test
    void shouldCountACustomerOnceAPeriodAndADocumentOnce() {
        ReportShop shop = new ReportShop()
                .customer(Map.of())
                .customer(Map.of())
                .purchase(0, "2025-01-05", Map.of("amount", 10_00L, "invoice", "a"))
                .purchase(0, "2025-01-05", Map.of("amount", 20_00L, "invoice", "a"))
                .purchase(0, "2025-01-20", Map.of("amount", 30_00L, "invoice", "b"))
                .purchase(0, "2025-02-01", Map.of("amount", 40_00L, "invoice", "c"))
                .purchase(1, "2025-01-31", Map.of("invoice", "d"));

        assertThat(purchases(shop, Period.MONTH, null).rows())
                .extracting(
                        PeriodsTable.Row::start,
                        PeriodsTable.Row::customers,
                        PeriodsTable.Row::events,
                        PeriodsTable.Row::amount)
                .containsExactly(
                        tuple(LocalDate.of(2025, 1, 1), whole(2), whole(3), money(60_00)),
                        tuple(LocalDate.of(2025, 2, 1), whole(1), whole(1), money(40_00)));
    }

    @Test
    void shouldGroupByAFlagYesBeforeNoBeforeMissing() {
        ReportShop shop = new ReportShop()
                .customer(Map.of())
                .purchase(0, "2025-01-05", Map.of("amount", 1_00L))
                .purchase(0, "2025-02-05", Map.of("amount", 2_00L, "gift", false))
                .purchase(0, "2025-03-05", Map.of("amount", 5_00L, "gift", true));

        PeriodsTable table = purchases(shop, Period.YEAR, "gift");

        assertThat(table.grouped()).isTrue();
        assertThat(named(table)).containsExactly("VALUE true 500", "VALUE false 200", "MISSING  100", "ALL  800");
        assertThat(table.rows().getFirst().amountShare()).isEqualTo(new Value.Decimal(5.0 / 8));
        assertThat(table.rows().getFirst().customersShare()).isEqualTo(new Value.Decimal(1));
    }

    @Test
    void shouldGroupByATextTheMostFrequentFirst() {
        ReportShop shop = new ReportShop()
                .customer(Map.of())
                .purchase(0, "2025-01-05", Map.of("amount", 9_00L, "category", "cups"))
                .purchase(0, "2025-01-06", Map.of("amount", 1_00L, "category", "tea"))
                .purchase(0, "2025-01-07", Map.of("amount", 1_00L, "category", "tea"))
                .purchase(0, "2025-01-08", Map.of("amount", 3_00L, "category", "bread"))
                .purchase(0, "2025-01-09", Map.of("amount", 4_00L));

        assertThat(named(purchases(shop, Period.YEAR, "category")))
                .as("tea twice; bread before cups by name")
                .containsExactly("VALUE tea 200", "VALUE bread 300", "VALUE cups 900", "MISSING  400", "ALL  1800");
    }

    @Test
    void shouldPutTextsBeyondTheHundredthIntoOthers() {
        ReportShop shop = new ReportShop().customer(Map.of());
        IntStream.range(0, 103)
                .forEach(i ->
                        shop.purchase(0, "2025-01-05", Map.of("amount", 1_00L, "category", String.format("c%03d", i))));

        List<String> named = named(purchases(shop, Period.YEAR, "category"));

        assertThat(named)
                .hasSize(102)
                .startsWith("VALUE c000 100")
                .endsWith("VALUE c099 100", "OTHERS  300", "ALL  10300");
    }

    @Test
    void shouldGroupThroughAReferenceInTheOrderOfItsChoices() {
        ReportShop shop = new ReportShop()
                .customer(Map.of())
                .purchase(0, "2025-01-05", Map.of("amount", 1_00L, "branch", "b2"))
                .purchase(0, "2025-01-06", Map.of("amount", 2_00L, "branch", "b1"))
                .purchase(0, "2025-01-07", Map.of("amount", 4_00L, "branch", "closed"))
                .purchase(0, "2025-01-08", Map.of("amount", 8_00L));

        assertThat(named(purchases(shop, Period.YEAR, "branch.region")))
                .containsExactly("VALUE north 200", "VALUE south 100", "MISSING  1200", "ALL  1500");
    }

    @ParameterizedTest
    @CsvSource({"branch.size", "amount.region", "nothing.region", "category.region"})
    void shouldRefuseAReferenceThatLeadsNowhere(String by) {
        ReportShop shop = new ReportShop().customer(Map.of());

        assertThatThrownBy(() -> purchases(shop, Period.YEAR, by))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Rows of purchase cannot be grouped by %s: it leads to no field of a reference", by);
    }

    @Test
    void shouldRefuseToGroupByANumber() {
        ReportShop shop = new ReportShop().customer(Map.of());

        assertThatThrownBy(() -> purchases(shop, Period.YEAR, "quantity"))
                .hasMessage("Rows cannot be grouped by quantity: it is no choice, text or flag");
        assertThatThrownBy(() -> purchases(shop, Period.YEAR, "age"))
                .hasMessageContaining("Customers cannot be grouped by age");
    }

    @Test
    void shouldGroupByTheCustomersSegment() {
        ReportShop shop = new ReportShop()
                .customer(Map.of("gender", "man"))
                .customer(Map.of())
                .customer(Map.of("gender", "woman"))
                .purchase(0, "2025-01-05", Map.of("amount", 1_00L))
                .purchase(1, "2025-01-05", Map.of("amount", 2_00L))
                .purchase(2, "2025-01-05", Map.of("amount", 4_00L));

        assertThat(named(purchases(shop, Period.YEAR, "gender")))
                .containsExactly("VALUE woman 400", "VALUE man 100", "MISSING  200", "ALL  700");
    }

    @Test
    void shouldLeaveTheAmountMissingWhereTheActivityCarriesNone() {
        ReportShop shop = new ReportShop().customer(Map.of()).visit(0, "2025-01-05", Map.of());

        PeriodsTable table = (PeriodsTable) shop.table(
                new ReportDefinition.Periods("p", null, List.of(), null, "visit", null, Period.MONTH_OF_YEAR, null));

        assertThat(table.rows()).singleElement().satisfies(row -> {
            assertThat(row.events()).isEqualTo(whole(1));
            assertThat(row.amount()).isEqualTo(Value.MISSING);
            assertThat(row.amountShare()).isEqualTo(Value.MISSING);
        });
    }

    @Test
    void shouldLeaveTheShareOfAnAmountOfZeroMissing() {
        ReportShop shop = new ReportShop().customer(Map.of()).purchase(0, "2025-01-05", Map.of("amount", 0L));

        assertThat(purchases(shop, Period.YEAR, null).rows().getFirst().amountShare())
                .isEqualTo(Value.MISSING);
    }

    @Test
    void shouldTakeTheMeanOfAMonthOverItsYears() {
        ReportShop shop = new ReportShop()
                .customer(Map.of())
                .customer(Map.of())
                .purchase(0, "2024-03-05", Map.of("amount", 1_00L))
                .purchase(1, "2024-03-06", Map.of("amount", 1_00L))
                .purchase(0, "2025-03-07", Map.of("amount", 1_01L))
                .purchase(0, "2025-04-07", Map.of("amount", 7_00L));

        assertThat(purchases(shop, Period.MONTH_OF_YEAR, null).rows())
                .extracting(
                        PeriodsTable.Row::start,
                        PeriodsTable.Row::customers,
                        PeriodsTable.Row::events,
                        PeriodsTable.Row::amount)
                .containsExactly(
                        tuple(LocalDate.of(2025, 3, 1), new Value.Decimal(1.5), new Value.Decimal(1.5), money(1_51)),
                        tuple(LocalDate.of(2025, 4, 1), whole(1), whole(1), money(7_00)));
    }

    @Test
    void shouldTakeRowsOfTheAsOfDayAndNoLater() {
        ReportShop shop = new ReportShop()
                .customer(Map.of())
                .purchase(0, ReportShop.AS_OF.toString(), Map.of("amount", 1_00L))
                .purchase(0, ReportShop.AS_OF.plusDays(1).toString(), Map.of("amount", 2_00L));

        assertThat(named(purchases(shop, Period.YEAR, null))).containsExactly("ALL  100");
    }

    @Test
    void shouldReadTheFieldOfADottedGroupAndTheAmount() {
        ReportDefinition report = new ReportDefinition.Periods(
                "p", null, List.of(), null, "purchase", "gift", Period.YEAR, "branch.region");
        ReportDefinition visits =
                new ReportDefinition.Periods("v", null, List.of(), null, "visit", null, Period.YEAR, "city");
        ReportEngine engine = ReportEngine.of(ReportShop.definition(report, visits));

        assertThat(engine.fieldsRead("purchase")).isEqualTo(Set.of("amount", "branch", "gift"));
        assertThat(engine.fieldsRead("visit")).isEmpty();
    }

    private static PeriodsTable purchases(ReportShop shop, Period period, @Nullable String by) {
        return (PeriodsTable)
                shop.table(new ReportDefinition.Periods("p", null, List.of(), null, "purchase", null, period, by));
    }

    private static List<String> named(PeriodsTable table) {
        return table.rows().stream()
                .map(row -> row.group().kind() + " " + row.group().key() + " " + ((Value.Money) row.amount()).minor())
                .toList();
    }

    private static Value whole(long number) {
        return new Value.Whole(number);
    }

    private static Value money(long minor) {
        return new Value.Money(minor, 2);
    }
}

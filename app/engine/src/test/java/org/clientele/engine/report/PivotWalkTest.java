package org.clientele.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clientele.engine.column.Value;
import org.clientele.plugins.api.ReportDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PivotWalkTest {
    @Test
    void shouldCountRowsWithoutAColumnToSum() {
        PivotTable table = pivot(shop(), null, "category", null, 2, 2);

        assertThat(table.columns()).extracting(Group::key).containsExactly("tea", "cups", "", "");
        assertThat(table.columns())
                .extracting(Group::kind)
                .containsExactly(Group.Kind.VALUE, Group.Kind.VALUE, Group.Kind.OTHERS, Group.Kind.MISSING);
        assertThat(table.rows()).extracting(PivotTable.Row::customer).containsExactly(0, 1);
        assertThat(wholes(table.rows().getFirst())).containsExactly(2L, 0L, 1L, 0L, 3L);
        assertThat(wholes(table.rows().get(1))).containsExactly(1L, 1L, 0L, 0L, 2L);
        assertThat(wholes(table.others())).containsExactly(0L, 1L, 0L, 1L, 2L);
        assertThat(table.otherCustomers()).isEqualTo(1);
        assertThat(wholes(table.total())).containsExactly(3L, 2L, 1L, 1L, 7L);
    }

    @Test
    void shouldSumFractions() {
        PivotTable table = pivot(shop(), null, "category", "weight", 1, 1);

        assertThat(table.rows()).extracting(PivotTable.Row::customer).containsExactly(1);
        assertThat(decimals(table.rows().getFirst())).containsExactly(4.0, 0.25, 4.25);
        assertThat(decimals(table.others())).containsExactly(0.0, 1.5, 1.5);
        assertThat(decimals(table.total())).containsExactly(4.0, 1.75, 5.75);
        assertThat(table.columns())
                .as("nothing is known of rows without a category")
                .extracting(Group::kind)
                .containsExactly(Group.Kind.VALUE, Group.Kind.OTHERS);
    }

    @Test
    void shouldSumWholeNumbersAsWholeNumbers() {
        ReportShop shop = new ReportShop()
                .customer(Map.of())
                .purchase(0, "2025-01-05", Map.of("category", "tea", "quantity", 3))
                .purchase(0, "2025-01-06", Map.of("category", "tea", "quantity", 4))
                .purchase(0, "2025-01-07", Map.of("category", "cups"));

        PivotTable table = pivot(shop, null, "category", "quantity", 5, 5);

        assertThat(table.columns()).extracting(Group::key).containsExactly("tea");
        assertThat(wholes(table.total())).containsExactly(7L, 7L);
        assertThat(wholes(table.others())).containsExactly(0L, 0L);
        assertThat(table.otherCustomers()).isZero();
    }

    @Test
    void shouldOrderEqualTotalsByCustomerAndTakeOnlyTheRowsThatMeetTheCondition() {
        ReportShop shop = new ReportShop()
                .customer(Map.of())
                .customer(Map.of())
                .customer(Map.of())
                .purchase(0, "2025-01-05", Map.of("category", "tea", "amount", 1_00L))
                .purchase(1, "2025-01-05", Map.of("category", "tea", "amount", 5_00L, "gift", true))
                .purchase(1, "2025-01-06", Map.of("category", "tea", "amount", 9_00L, "gift", false))
                .purchase(2, "2025-01-05", Map.of("category", "tea", "amount", 5_00L, "gift", true));

        PivotTable table = pivot(shop, "gift", "category", "amount", 3, 1);

        assertThat(table.rows()).extracting(PivotTable.Row::customer).containsExactly(1, 2);
        assertThat(table.total().total()).isEqualTo(new Value.Money(10_00, 2));
    }

    @Test
    void shouldTakeRowsOfTheAsOfDayAndNoLater() {
        ReportShop shop = new ReportShop()
                .customer(Map.of())
                .purchase(0, ReportShop.AS_OF.toString(), Map.of("category", "tea"))
                .purchase(0, ReportShop.AS_OF.plusDays(1).toString(), Map.of("category", "tea"));

        assertThat(wholes(pivot(shop, null, "category", null, 1, 1).total())).containsExactly(1L, 1L);
    }

    @Test
    void shouldRefuseAFieldThatIsNoText() {
        assertThatThrownBy(() -> pivot(shop(), null, "amount", null, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Report s: amount is no text or choice of purchase");
    }

    /** Customer 0: tea 1.5, tea, bread; 1: tea 0.25, cups 4; 2: cups, and one row without category or weight. */
    private static ReportShop shop() {
        return new ReportShop()
                .customer(Map.of())
                .customer(Map.of())
                .customer(Map.of())
                .purchase(0, "2025-01-05", Map.of("category", "tea", "weight", 1.5))
                .purchase(0, "2025-01-06", Map.of("category", "tea"))
                .purchase(0, "2025-01-07", Map.of("category", "bread"))
                .purchase(1, "2025-01-05", Map.of("category", "tea", "weight", 0.25))
                .purchase(1, "2025-01-06", Map.of("category", "cups", "weight", 4.0))
                .purchase(2, "2025-01-06", Map.of("category", "cups"))
                .purchase(2, "2025-01-07", Map.of());
    }

    private static PivotTable pivot(
            ReportShop shop, @Nullable String where, String field, @Nullable String sum, int rows, int columns) {
        return (PivotTable) shop.table(
                new ReportDefinition.Pivot("s", null, List.of(), null, "purchase", where, field, sum, rows, columns));
    }

    private static List<Long> wholes(PivotTable.Row row) {
        return cells(row).stream().map(cell -> ((Value.Whole) cell).number()).toList();
    }

    private static List<Double> decimals(PivotTable.Row row) {
        return cells(row).stream().map(cell -> ((Value.Decimal) cell).number()).toList();
    }

    private static List<Value> cells(PivotTable.Row row) {
        return Stream.concat(row.cells().stream(), Stream.of(row.total())).toList();
    }
}

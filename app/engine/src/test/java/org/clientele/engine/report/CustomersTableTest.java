package org.clientele.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.clientele.engine.column.Value;
import org.clientele.plugins.api.ReportDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CustomersTableTest {
    private static final ReportShop SHOP = new ReportShop()
            .customer(Map.of("pay", 10_00L))
            .customer(Map.of())
            .customer(Map.of("pay", 30_00L))
            .purchase(1, "2026-06-01", Map.of("amount", 90_00L));

    @Test
    void shouldListByAscendingIdWithoutAnOrder() {
        CustomersTable table = table(null, null);

        assertThat(table.size()).isEqualTo(3);
        assertThat(table.page(0, 3)).containsExactly(0, 1, 2);
        assertThat(table.customer(2)).isEqualTo(2);
        assertThat(table.hasShares()).isFalse();
        assertThat(table.share(0)).isEqualTo(Value.MISSING);
        assertThat(table.cumulativeShare(0)).isEqualTo(Value.MISSING);
    }

    @Test
    void shouldSortByTheSegmentOfAModelBestFirst() {
        assertThat(table("abc", null).page(0, 3)).startsWith(1);
        assertThat(table("pay", null).page(0, 3)).containsExactly(0, 2, 1);
    }

    @Test
    void shouldCountMissingValuesAsNothingInShares() {
        CustomersTable table = table(null, "pay");

        assertThat(table.hasShares()).isTrue();
        assertThat(List.of(table.share(0), table.share(1), table.share(2)))
                .containsExactly(new Value.Decimal(0.25), new Value.Decimal(0), new Value.Decimal(0.75));
        assertThat(List.of(table.cumulativeShare(0), table.cumulativeShare(1), table.cumulativeShare(2)))
                .containsExactly(new Value.Decimal(0.25), new Value.Decimal(0.25), new Value.Decimal(1));
    }

    @Test
    void shouldLeaveSharesOfATotalOfZeroMissing() {
        CustomersTable table = table(null, "age");

        assertThat(table.share(1)).isEqualTo(Value.MISSING);
        assertThat(table.cumulativeShare(1)).isEqualTo(Value.MISSING);
    }

    @Test
    void shouldEndAPageWithTheLastRow() {
        CustomersTable table = table(null, null);

        assertThat(table.page(1, 1)).containsExactly(1);
        assertThat(table.page(2, Integer.MAX_VALUE)).containsExactly(2);
        assertThat(table.page(3, 1)).isEmpty();
        assertThat(table.page(7, 1)).isEmpty();
        assertThat(table.page(1, 0)).isEmpty();
    }

    private static CustomersTable table(@Nullable String sort, @Nullable String cumulative) {
        return (CustomersTable) SHOP.table(
                new ReportDefinition.Customers("c", null, List.of(), null, List.of(), sort, false, cumulative));
    }
}

package org.clientele.engine.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.clientele.engine.Fixtures;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.MoneyColumn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CohortsTest {
    /** Customer 1 buys in November, twice in January and in February, 2 never, 3 in January. */
    private static ActivityColumns purchases() {
        CustomerColumns customers = CustomerColumns.builder(List.of(), 2)
                .customer(1)
                .customer(2)
                .customer(3)
                .build();
        ActivityColumns.Builder rows = ActivityColumns.builder(customers, Fixtures.PURCHASE, Set.of("amount"), 2);
        row(rows, 1, "2025-11-30", 1_00L);
        row(rows, 1, "2026-01-01", 2_00L);
        row(rows, 1, "2026-01-31", 4_00L);
        row(rows, 1, "2026-02-10", 8_00L);
        row(rows, 3, "2026-01-15", null);
        row(rows, 3, "2026-02-11", 16_00L);
        return rows.build();
    }

    private static void row(ActivityColumns.Builder rows, long customer, String day, @Nullable Long minor) {
        rows.row(customer, (int) LocalDate.parse(day).toEpochDay());
        if (minor != null) {
            rows.money(0, minor);
        }
    }

    @Test
    void shouldFollowEveryCohortToTheDayOfObservation() {
        ActivityColumns purchases = purchases();
        LocalDate until = LocalDate.of(2026, 2, 10);

        Cohorts cohorts = Cohorts.of(purchases, (MoneyColumn) purchases.column("amount"), until);

        assertThat(cohorts.until()).isEqualTo(until);
        assertThat(cohorts.cohorts())
                .containsExactly(
                        new Cohorts.Cohort(
                                YearMonth.of(2025, 11), 1, List.of(1, 0, 1, 1), List.of(1_00L, 0L, 6_00L, 8_00L)),
                        new Cohorts.Cohort(YearMonth.of(2025, 12), 0, List.of(0, 0, 0), List.of(0L, 0L, 0L)),
                        new Cohorts.Cohort(YearMonth.of(2026, 1), 1, List.of(1, 0), List.of(0L, 0L)),
                        new Cohorts.Cohort(YearMonth.of(2026, 2), 0, List.of(0), List.of(0L)));
        assertThat(cohorts.cohorts().getFirst().retention(1)).isZero();
        assertThat(cohorts.cohorts().getFirst().retention(3)).isEqualTo(1);
    }

    @Test
    void shouldCountWithoutAmounts() {
        Cohorts cohorts = Cohorts.of(purchases(), null, LocalDate.of(2025, 11, 30));

        assertThat(cohorts.cohorts())
                .containsExactly(new Cohorts.Cohort(YearMonth.of(2025, 11), 1, List.of(1), List.of(0L)));
    }

    @Test
    void shouldHaveNoCohortsBeforeTheFirstPurchase() {
        assertThat(Cohorts.of(purchases(), null, LocalDate.of(2025, 11, 29)).cohorts())
                .isEmpty();
    }
}

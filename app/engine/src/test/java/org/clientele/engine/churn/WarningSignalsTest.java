package org.clientele.engine.churn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.engine.Fixtures;
import org.clientele.engine.Snapshots;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.VerticalColumns;
import org.junit.jupiter.api.Test;

class WarningSignalsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    /** What was paid how many days ago. */
    private record Paid(int daysAgo, long cents) {}

    @Test
    void shouldWarnOfNobodyWithoutAHistory() {
        assertThat(signals()).isEmpty();
        assertThat(signals(new Paid(10, 1_00))).isEmpty();
    }

    @Test
    void shouldCallSilentWhoStaysAwayThreeTimesAsLongAsUsual() {
        assertThat(signals(new Paid(101, 5_00), new Paid(81, 5_00), new Paid(61, 5_00)))
                .containsExactly(Signal.SILENT);
        assertThat(signals(new Paid(141, 5_00), new Paid(101, 5_00), new Paid(61, 5_00)))
                .as("40 days are usual, 61 are not three times that")
                .isEmpty();
    }

    @Test
    void shouldCompareHalfYears() {
        assertThat(signals(new Paid(300, 10_00), new Paid(250, 10_00), new Paid(20, 15_00)))
                .containsExactly(Signal.FEWER);
        assertThat(signals(new Paid(300, 10_00), new Paid(250, 10_00), new Paid(20, 15_00), new Paid(10, 1_00)))
                .as("as often, and for 16 of 20")
                .isEmpty();
        assertThat(signals(new Paid(300, 20_00), new Paid(5, 10_00))).containsExactly(Signal.LESS);
    }

    @Test
    void shouldSumTheYearBeforeTheDay() {
        assertThat(warnings(new Paid(365, 1_00), new Paid(364, 2_00), new Paid(0, 4_00), new Paid(-1, 8_00))
                        .yearly(0))
                .isEqualTo(6_00);
    }

    private static Set<Signal> signals(Paid... paid) {
        return warnings(paid).of(0);
    }

    private static WarningSignals warnings(Paid... paid) {
        CustomerColumns customers =
                CustomerColumns.builder(List.of(), 2).customer(1).build();
        ActivityColumns.Builder rows = ActivityColumns.builder(customers, Fixtures.PURCHASE, Set.of("amount"), 2);
        for (Paid each : paid) {
            rows.row(1, (int) TODAY.minusDays(each.daysAgo()).toEpochDay());
            rows.money(0, each.cents());
        }
        VerticalColumns data = new VerticalColumns(Fixtures.retail(), 2, customers, Map.of("purchase", rows.build()));
        return new WarningSignals(Snapshots.of(Fixtures.retail()).compute(data, TODAY), Fixtures.retail());
    }
}

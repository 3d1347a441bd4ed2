package org.clientele.engine.churn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.engine.Fixtures;
import org.clientele.engine.Snapshot;
import org.clientele.engine.Snapshots;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.Field;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "180, 120, 60, false",
        "181, 121, 61, false",
        "101, 81, 61, true",
        "102, 80, 61, false",
        "99, 80, 60, false",
        "61, 61, 61, true",
        "60, 60, 60, false"
    })
    void shouldCallNobodySilentBeforeTwoMonthsAndThreeGaps(int first, int second, int last, boolean silent) {
        assertThat(signals(new Paid(first, 5_00), new Paid(second, 5_00), new Paid(last, 5_00))
                        .contains(Signal.SILENT))
                .isEqualTo(silent);
    }

    @Test
    void shouldCallNobodySilentByTwoPurchasesOrByThoseToCome() {
        assertThat(signals(new Paid(72, 5_00), new Paid(71, 5_00))).isEmpty();
        assertThat(signals(new Paid(72, 5_00), new Paid(71, 5_00), new Paid(70, 5_00), new Paid(-1, 5_00)))
                .containsExactly(Signal.SILENT);
        assertThat(signals(new Paid(72, 5_00), new Paid(71, 5_00), new Paid(70, 5_00), new Paid(0, 5_00)))
                .isEmpty();
    }

    /** How many days ago: two of the half-year before, one of the last. */
    @ParameterizedTest
    @CsvSource({
        "359, 180, 179, true",
        "360, 180, 179, false",
        "359, 179, 178, false",
        "359, 180, 0, true",
    })
    void shouldCountTheDaysOfBothHalfYears(int first, int second, int last, boolean fewer) {
        assertThat(signals(new Paid(first, 10_00), new Paid(second, 10_00), new Paid(last, 20_00))
                        .contains(Signal.FEWER))
                .isEqualTo(fewer);
    }

    @ParameterizedTest
    @CsvSource({"20_00, 10_00, true", "20_00, 10_01, false", "0, 0, false", "-5_00, -9_00, false"})
    void shouldWarnOfHalfTheMoneyOrLess(String before, String now, boolean less) {
        assertThat(signals(new Paid(200, cents(before)), new Paid(20, cents(now)))
                        .contains(Signal.LESS))
                .isEqualTo(less);
    }

    private static long cents(String text) {
        return Long.parseLong(text.replace("_", ""));
    }

    @ParameterizedTest
    @CsvSource({"2, 1, true", "2, 2, false", "1, 0, false", "4, 2, true", "4, 3, false", "3, 0, true"})
    void shouldWarnOfHalfTheContactsOrFewer(int before, int now, boolean fewer) {
        CustomerColumns customers =
                CustomerColumns.builder(List.of(), 2).customer(1).build();
        ActivityColumns.Builder visits = ActivityColumns.builder(customers, VISIT, Set.of(), 2);
        visits.row(1, (int) TODAY.minusDays(360).toEpochDay());
        visits.row(1, (int) TODAY.plusDays(1).toEpochDay());
        for (int i = 0; i < before; i++) {
            visits.row(1, (int) TODAY.minusDays(i % 2 == 0 ? 180 : 359).toEpochDay());
        }
        for (int i = 0; i < now; i++) {
            visits.row(1, (int) TODAY.minusDays(i % 2 == 0 ? 0 : 179).toEpochDay());
        }
        VerticalDefinition shop = Fixtures.retail().withActivities(List.of(Fixtures.PURCHASE, VISIT), Fixtures.METRICS);
        VerticalColumns data = new VerticalColumns(shop, 2, customers, Map.of("visit", visits.build()));
        Snapshot snapshot = Snapshots.of(shop).compute(data, TODAY);

        assertThat(new WarningSignals(snapshot, shop).of(0).contains(Signal.FEWER_CONTACTS))
                .isEqualTo(fewer);
        assertThat(new WarningSignals(snapshot, shop, List.of(Fixtures.PURCHASE)).of(0))
                .as("visits are not looked at")
                .isEmpty();
    }

    private static final ActivityDefinition VISIT =
            new ActivityDefinition("visit", "door", List.of(), null, null, null);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"4, true", "5, false", "-, false"})
    void shouldWarnOfDissatisfaction(@Nullable Integer satisfaction, boolean dissatisfied) {
        VerticalDefinition plain = Fixtures.retail();
        VerticalDefinition asked = new VerticalDefinition(
                plain.id(),
                plain.icon(),
                plain.currency(),
                plain.primaryActivity(),
                plain.valueMetric(),
                List.of(Fixtures.attribute(WarningSignals.SATISFACTION, FieldType.INTEGER)),
                plain.activities(),
                plain.metrics(),
                plain.models(),
                List.of(),
                List.of(),
                List.of(),
                null);
        CustomerColumns.Builder builder = CustomerColumns.builder(
                asked.attributes().stream().map(Field::of).toList(), 2);
        builder.customer(1);
        if (satisfaction != null) {
            builder.whole(0, satisfaction);
        }
        VerticalColumns data = new VerticalColumns(asked, 2, builder.build(), Map.of());
        Snapshot snapshot = Snapshots.of(asked).compute(data, TODAY);

        assertThat(new WarningSignals(snapshot, asked).of(0).contains(Signal.DISSATISFIED))
                .isEqualTo(dissatisfied);
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

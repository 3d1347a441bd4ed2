package org.clientele.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.clientele.plugins.api.Measure;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.plugins.api.ReportDefinition.Customers;
import org.clientele.plugins.api.ReportDefinition.Funnel;
import org.clientele.plugins.api.ReportDefinition.Groups;
import org.clientele.plugins.api.ReportDefinition.Periods;
import org.clientele.plugins.api.ReportDefinition.Pivot;
import org.clientele.plugins.api.TileDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PersonalReportsTest {
    private static final Set<String> HIDDEN = Set.of("age", "phone");
    private static final Measure COUNT = new Measure("count", Measure.Kind.CUSTOMERS, null, null, null, null);

    @Test
    void shouldLeaveAReportAloneWhereNothingIsHidden() {
        ReportDefinition report = customers("age > 30", List.of("age"), "age", "age");

        assertThat(PersonalReports.without(report, Set.of())).containsSame(report);
    }

    @Test
    void shouldTakeOutColumnsAndTheOrderOfCustomers() {
        ReportDefinition report = customers(null, List.of("phone", "monetary", "age"), "age", "age");

        assertThat(PersonalReports.without(report, HIDDEN)).contains(customers(null, List.of("monetary"), null, null));
    }

    static List<ReportDefinition> aboutHiddenCustomers() {
        String when = "monetary > 10.0 && age >= 60";
        return List.of(
                customers(when, List.of("monetary"), null, null),
                new Groups("r", when, List.of(), null, List.of("pyramid"), null, List.of(COUNT)),
                new Periods("r", when, List.of(), null, "purchase", null, Periods.Period.YEAR, null),
                new Pivot("r", when, List.of(), null, "purchase", null, "channel", null, 10, 10),
                new Funnel("r", when, List.of(), null, List.of(), null),
                new Funnel("r", null, List.of(), null, List.of(new Funnel.Step("old", when)), null),
                new Groups("r", null, List.of(), null, List.of("age"), null, List.of(COUNT)),
                new Groups("r", null, List.of(), null, List.of("pyramid"), null, List.of(mean("age"))));
    }

    @ParameterizedTest
    @MethodSource("aboutHiddenCustomers")
    void shouldLeaveNothingOfAReportThatWouldTellTheValue(ReportDefinition report) {
        assertThat(PersonalReports.without(report, HIDDEN)).isEmpty();
        assertThat(PersonalReports.without(report, Set.of("city"))).contains(report);
    }

    @Test
    void shouldTakeOutGroupingsAndMeasures() {
        Measure old = new Measure("old", Measure.Kind.SHARE, null, "age > 60", null, null);
        Measure perAge = new Measure("per", Measure.Kind.RATIO, "monetary", null, null, "age");
        Measure perOld = new Measure("rate", Measure.Kind.RATIO, "monetary", null, "age > 60", null);
        ReportDefinition report = new Groups(
                "r", null, List.of(), null, List.of("age", "pyramid"), "phone", List.of(old, COUNT, perAge, perOld));

        assertThat(PersonalReports.without(report, HIDDEN))
                .contains(new Groups("r", null, List.of(), null, List.of("pyramid"), null, List.of(COUNT)));
    }

    @Test
    void shouldTakeOutWhatPeriodsAndFunnelsAreGroupedBy() {
        Funnel.Step step = new Funnel.Step("bought", "frequency > 0");

        assertThat(PersonalReports.without(
                        new Periods("r", null, List.of(), null, "purchase", null, Periods.Period.YEAR, "age"), HIDDEN))
                .contains(new Periods("r", null, List.of(), null, "purchase", null, Periods.Period.YEAR, null));
        assertThat(PersonalReports.without(new Funnel("r", null, List.of(), null, List.of(step), "age"), HIDDEN))
                .contains(new Funnel("r", null, List.of(), null, List.of(step), null));
    }

    @Test
    void shouldNotTakeALongerWordForTheAttribute() {
        ReportDefinition report = customers("average_age > 3 && phones > 1", List.of("average_age"), null, null);

        assertThat(PersonalReports.without(report, HIDDEN)).contains(report);
    }

    @Test
    void shouldKnowTilesThatUseTheAttributes() {
        assertThat(PersonalReports.uses(tile("age", List.of(COUNT)), HIDDEN)).isTrue();
        assertThat(PersonalReports.uses(tile("pyramid", List.of(mean("age"))), HIDDEN))
                .isTrue();
        assertThat(PersonalReports.uses(tile("pyramid", List.of(COUNT)), HIDDEN))
                .isFalse();
        assertThat(PersonalReports.uses(tile("age", List.of(COUNT)), Set.of())).isFalse();
    }

    private static Measure mean(String field) {
        return new Measure("mean", Measure.Kind.AVERAGE, field, null, null, null);
    }

    private static TileDefinition tile(String by, List<Measure> measures) {
        return new TileDefinition(
                "t", TileDefinition.Kind.BREAKDOWN, null, null, null, by, measures, null, List.of(), null, false);
    }

    private static ReportDefinition customers(
            @Nullable String when, List<String> columns, @Nullable String sort, @Nullable String cumulative) {
        return new Customers("r", when, List.of(), null, columns, sort, true, cumulative);
    }
}

package org.clientele.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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
import org.clientele.engine.column.Value;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.plugins.api.Measure;
import org.clientele.plugins.api.Measure.Kind;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.plugins.api.ReportDefinition.Funnel.Step;
import org.clientele.plugins.api.ReportDefinition.Periods.Period;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportEngineTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final VerticalDefinition SHOP = Fixtures.retail();

    /** Five customers: 1 Bo woman 100 + 50, 2 Bo man 200 (and 70 after the day), 3 York woman 0, 4 without city and gender 30 − 10, 5 York man. */
    private static VerticalColumns data(VerticalDefinition definition) {
        List<Field> fields = Fixtures.ATTRIBUTES.stream().map(Field::of).toList();
        CustomerColumns.Builder builder = CustomerColumns.builder(fields, 2);
        customer(builder, 1, "Bo", "woman", true, 1_000_00);
        customer(builder, 2, "Bo", "man", false, 3_000_00);
        customer(builder, 3, "York", "woman", null, 2_000_00);
        customer(builder, 4, null, null, true, null);
        customer(builder, 5, "York", "man", false, 4_000_01);
        CustomerColumns customers = builder.build();
        Set<String> read = Set.of("amount", "category", "channel", "gift", "quantity", "weight");
        ActivityColumns.Builder rows = ActivityColumns.builder(customers, Fixtures.PURCHASE, read, 2);
        purchase(rows, 1, "2025-05-03", 100_00, "tea", "online", "i1");
        purchase(rows, 1, "2025-05-03", 50_00, "cups", "online", "i1");
        purchase(rows, 2, "2026-05-09", 200_00, "tea", "store", "i2");
        purchase(rows, 2, "2026-07-01", 70_00, "tea", "store", "i3");
        purchase(rows, 4, "2026-02-01", 30_00, null, null, "i4");
        purchase(rows, 4, "2026-02-11", -10_00, "cups", "online", "i5");
        return new VerticalColumns(definition, 2, customers, Map.of("purchase", rows.build()));
    }

    private static void customer(
            CustomerColumns.Builder builder,
            long id,
            @Nullable String city,
            @Nullable String gender,
            @Nullable Boolean member,
            @Nullable Integer pay) {
        builder.customer(id);
        builder.text(builder.ordinal("city"), city);
        builder.text(builder.ordinal("gender"), gender);
        if (member != null) {
            builder.flag(builder.ordinal("member"), member);
        }
        if (pay != null) {
            builder.money(builder.ordinal("pay"), pay);
        }
    }

    private static void purchase(
            ActivityColumns.Builder rows,
            long customer,
            String day,
            long cents,
            @Nullable String category,
            @Nullable String channel,
            String invoice) {
        rows.row(customer, (int) LocalDate.parse(day).toEpochDay());
        rows.money(rows.ordinal("amount"), cents);
        rows.text(rows.ordinal("category"), category);
        rows.text(rows.ordinal("channel"), channel);
        rows.document(invoice);
    }

    private static Snapshot snapshot() {
        return Snapshots.of(SHOP).compute(data(SHOP), AS_OF);
    }

    private static ReportTable compute(ReportDefinition report) {
        VerticalDefinition definition = with(report);
        Snapshot snapshot = Snapshots.of(definition).compute(data(definition), AS_OF);
        return ReportEngine.of(definition).compute(report, snapshot);
    }

    private static VerticalDefinition with(ReportDefinition report) {
        return new VerticalDefinition(
                SHOP.id(),
                SHOP.icon(),
                SHOP.currency(),
                SHOP.primaryActivity(),
                SHOP.valueMetric(),
                SHOP.attributes(),
                SHOP.activities(),
                SHOP.metrics(),
                SHOP.models(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(report),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of());
    }

    private static Measure measure(
            Kind kind, @Nullable String field, @Nullable String when, @Nullable String per, @Nullable String perField) {
        return new Measure("m", kind, field, when, per, perField);
    }

    private static Value value(Measure measure) {
        Snapshot snapshot = snapshot();
        return ReportEngine.of(SHOP)
                .measure(measure, snapshot)
                .of(snapshot.context().present());
    }

    @Test
    void shouldMeasureAllCustomers() {
        assertThat(value(measure(Kind.CUSTOMERS, null, "gender == \"woman\"", null, null)))
                .isEqualTo(new Value.Whole(2));
        assertThat(value(measure(Kind.SHARE, null, "member", "!missing(member)", null)))
                .isEqualTo(new Value.Decimal(0.5));
        assertThat(value(measure(Kind.SUM, "pay", null, null, null))).isEqualTo(new Value.Money(10_000_01, 2));
        assertThat(value(measure(Kind.AVERAGE, "pay", null, null, null))).isEqualTo(new Value.Money(2_500_00, 2));
        assertThat(value(measure(Kind.MEDIAN, "pay", null, null, null))).isEqualTo(new Value.Money(2_000_00, 2));
        assertThat(value(measure(Kind.RATIO, "pay", null, "gender == \"man\"", null)))
                .as("pay of all for each man")
                .isEqualTo(new Value.Money(5_000_01, 2));
        assertThat(value(measure(Kind.RATIO, "monetary", null, null, "pay")))
                .isEqualTo(new Value.Decimal(370.0 / 10_000.01));
    }

    @Test
    void shouldLeaveWhatIsUndefinedMissing() {
        assertThat(value(measure(Kind.SHARE, null, "member", "age > 200", null)))
                .isEqualTo(Value.MISSING);
        assertThat(value(measure(Kind.AVERAGE, "pay", "missing(pay)", null, null)))
                .isEqualTo(Value.MISSING);
        assertThat(value(measure(Kind.MEDIAN, "age", null, null, null))).isEqualTo(Value.MISSING);
        assertThat(value(measure(Kind.RATIO, "pay", null, "age > 200", null))).isEqualTo(Value.MISSING);
    }

    @Test
    void shouldRefuseToMeasureAText() {
        assertThatThrownBy(() -> value(measure(Kind.SUM, "city", null, null, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("city");
    }

    @Test
    void shouldPutEveryDimensionInABlockOfItsOwn() {
        GroupsTable table = (GroupsTable) compute(new ReportDefinition.Groups(
                "g",
                null,
                List.of(),
                null,
                List.of("gender", "city", "member", "pyramid"),
                null,
                List.of(
                        measure(Kind.CUSTOMERS, null, null, null, null),
                        measure(Kind.SHARE_OF_TOTAL, null, null, null, null))));

        assertThat(table.blocks())
                .extracting(GroupsTable.Block::dimension)
                .containsExactly("gender", "city", "member", "pyramid");
        assertThat(rows(table, 0)).containsExactly("woman 2", "man 2", "MISSING 1");
        assertThat(rows(table, 1)).containsExactly("Bo 2", "York 2", "MISSING 1");
        assertThat(rows(table, 2)).containsExactly("true 2", "false 2", "MISSING 1");
        assertThat(rows(table, 3)).containsExactly("platinum 1", "gold 0", "iron 0", "lead 4");
        assertThat(table.total().cells()).containsExactly(new Value.Whole(5), new Value.Decimal(1));
    }

    private static List<String> rows(GroupsTable table, int block) {
        return table.blocks().get(block).rows().stream()
                .map(row -> (row.group().key().isEmpty()
                                ? row.group().kind()
                                : row.group().key())
                        + " "
                        + ((Value.Whole) row.cells().getFirst()).number())
                .toList();
    }

    @Test
    void shouldSplitMeasuresIntoColumnsWithATotalEach() {
        GroupsTable table = (GroupsTable) compute(new ReportDefinition.Groups(
                "g",
                "!missing(city)",
                List.of(),
                null,
                List.of("city"),
                "gender",
                List.of(measure(Kind.SUM, "pay", null, null, null))));

        assertThat(table.columns()).extracting(Group::key).containsExactly("woman", "man");
        assertThat(table.blocks().getFirst().rows().getFirst().cells())
                .containsExactly(
                        new Value.Money(1_000_00, 2), new Value.Money(3_000_00, 2), new Value.Money(4_000_00, 2));
        assertThat(table.total().cells()).last().isEqualTo(new Value.Money(10_000_01, 2));
    }

    @Test
    void shouldCountWhoComesHowFarOnlyThroughAllStepsBefore() {
        FunnelTable table = (FunnelTable) compute(new ReportDefinition.Funnel(
                "f",
                null,
                List.of(),
                null,
                List.of(
                        new Step("known", "!missing(city)"),
                        new Step("buyer", "frequency > 0"),
                        new Step("man", "gender == \"man\"")),
                "gender"));

        assertThat(table.total().counts()).containsExactly(4, 2, 1);
        assertThat(table.total().conversion(0)).isEqualTo(0.8);
        assertThat(table.total().conversion(1)).isEqualTo(0.5);
        assertThat(table.total().overall(2)).isEqualTo(0.25);
        assertThat(table.rows())
                .extracting(row -> row.group().key(), FunnelTable.Row::counts)
                .containsExactly(
                        tuple("woman", List.of(2, 1, 0)), tuple("man", List.of(2, 1, 1)), tuple("", List.of(0, 0, 0)));
        assertThat(table.rows().getLast().conversion(2)).isNaN();
    }

    @Test
    void shouldSumByYearAndGroupUpToTheAsOfDay() {
        PeriodsTable table = (PeriodsTable) compute(periods(Period.YEAR, "city", null));

        assertThat(table.rows())
                .extracting(
                        row -> row.start().getYear(),
                        row -> row.group().kind() + row.group().key(),
                        PeriodsTable.Row::customers,
                        PeriodsTable.Row::events,
                        PeriodsTable.Row::amount)
                .containsExactly(
                        tuple(2025, "VALUEBo", whole(1), whole(1), money(150_00)),
                        tuple(2025, "ALL", whole(1), whole(1), money(150_00)),
                        tuple(2026, "VALUEBo", whole(1), whole(1), money(200_00)),
                        tuple(2026, "MISSING", whole(1), whole(2), money(20_00)),
                        tuple(2026, "ALL", whole(2), whole(3), money(220_00)));
        assertThat(table.rows().get(3).customersShare()).isEqualTo(new Value.Decimal(0.5));
        assertThat(table.rows().get(3).amountShare()).isEqualTo(new Value.Decimal(20.0 / 220));
    }

    @Test
    void shouldAverageMonthsOfTheYearOverTheYearsThatHaveThem() {
        PeriodsTable table = (PeriodsTable) compute(periods(Period.MONTH_OF_YEAR, null, null));

        assertThat(table.rows())
                .extracting(row -> row.start().getMonthValue(), PeriodsTable.Row::events, PeriodsTable.Row::amount)
                .containsExactly(tuple(2, whole(2), money(20_00)), tuple(5, new Value.Decimal(1), money(175_00)));
    }

    @Test
    void shouldGroupRowsByAFieldOfTheirOwnAndFilterThem() {
        PeriodsTable table = (PeriodsTable) compute(periods(Period.YEAR, "channel", "amount > 0.0"));

        assertThat(table.rows())
                .extracting(row -> row.group().kind() + row.group().key(), PeriodsTable.Row::amount)
                .containsExactly(
                        tuple("VALUEonline", money(150_00)),
                        tuple("ALL", money(150_00)),
                        tuple("VALUEstore", money(200_00)),
                        tuple("MISSING", money(30_00)),
                        tuple("ALL", money(230_00)));
    }

    private static ReportDefinition.Periods periods(Period period, @Nullable String by, @Nullable String where) {
        return new ReportDefinition.Periods("p", null, List.of(), null, "purchase", where, period, by);
    }

    @Test
    void shouldKeepTotalsOfAPivotExactWhateverIsShown() {
        PivotTable table = (PivotTable) compute(
                new ReportDefinition.Pivot("s", null, List.of(), null, "purchase", null, "category", "amount", 1, 1));

        assertThat(table.columns())
                .extracting(Group::kind, Group::key)
                .containsExactly(
                        tuple(Group.Kind.VALUE, "tea"), tuple(Group.Kind.OTHERS, ""), tuple(Group.Kind.MISSING, ""));
        assertThat(table.rows()).extracting(PivotTable.Row::customer).containsExactly(1);
        assertThat(table.otherCustomers()).isEqualTo(2);
        assertThat(table.others().cells()).containsExactly(money(100_00), money(40_00), money(30_00));
        assertThat(table.total().cells()).containsExactly(money(300_00), money(40_00), money(30_00));
        assertThat(table.total().total()).isEqualTo(money(370_00));
    }

    @Test
    void shouldListCustomersWithTheirCumulativeShare() {
        CustomersTable table = (CustomersTable) compute(new ReportDefinition.Customers(
                "c", "frequency > 0", List.of(), null, List.of("city", "abc"), "monetary", true, "monetary"));

        assertThat(table.page(0, 10)).containsExactly(1, 0, 3);
        assertThat(table.cumulativeShare(0)).isEqualTo(new Value.Decimal(200.0 / 370));
        assertThat(table.cumulativeShare(1)).isEqualTo(new Value.Decimal(350.0 / 370));
        assertThat(table.cumulativeShare(2)).isEqualTo(new Value.Decimal(1));
        assertThat(table.share(2)).isEqualTo(new Value.Decimal(20.0 / 370));
    }

    @Test
    void shouldReadTheFieldsThatReportsName() {
        ReportDefinition pivot =
                new ReportDefinition.Pivot("s", null, List.of(), null, "purchase", "gift", "category", "weight", 1, 1);

        assertThat(ReportEngine.of(with(pivot)).fieldsRead("purchase"))
                .containsExactlyInAnyOrder("category", "weight", "gift");
    }

    @Test
    void shouldAnswerForNobody() {
        GroupsTable table = (GroupsTable) compute(new ReportDefinition.Groups(
                "g",
                "age > 200",
                List.of(),
                null,
                List.of("city"),
                null,
                List.of(measure(Kind.SHARE_OF_TOTAL, null, null, null, null))));

        assertThat(table.blocks().getFirst().rows()).isEmpty();
        assertThat(table.total().cells()).containsExactly(Value.MISSING);
    }

    private static Value whole(long number) {
        return new Value.Whole(number);
    }

    private static Value money(long minor) {
        return new Value.Money(minor, 2);
    }
}

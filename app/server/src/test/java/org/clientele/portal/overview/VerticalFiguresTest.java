package org.clientele.portal.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.clientele.activity.VerticalData;
import org.clientele.activity.persistence.ActivityDao;
import org.clientele.common.Announcements;
import org.clientele.common.Jobs;
import org.clientele.common.persistence.Dialect;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.CustomerService;
import org.clientele.customer.persistence.CustomerDao;
import org.clientele.dataimport.ImportFixture;
import org.clientele.dataimport.ImportPlan;
import org.clientele.dataimport.ImportRun;
import org.clientele.dataimport.PlanProposal;
import org.clientele.dataimport.RealData;
import org.clientele.dataimport.file.FileInspection;
import org.clientele.engine.column.Value;
import org.clientele.engine.figure.Figure;
import org.clientele.engine.figure.SegmentTotal;
import org.clientele.engine.report.GroupsTable;
import org.clientele.engine.report.PeriodsTable;
import org.clientele.plugin.VerticalFixture;
import org.clientele.plugin.Verticals;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.VerticalReader;
import org.clientele.reference.ReferenceData;
import org.clientele.reference.persistence.ReferenceDao;
import org.clientele.report.Reports;
import org.clientele.segment.CodeSnapshots;
import org.clientele.segment.KnownModels;
import org.clientele.segment.ModelOverrides;
import org.clientele.segment.PluginAnswers;
import org.clientele.segment.Snapshots;
import org.clientele.segment.persistence.ModelVersionDao;
import org.clientele.segment.persistence.OwnModelDao;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled verticals read their real files unaided and show the published figures on their overviews. */
class VerticalFiguresTest {
    /** The sum of the column cons_12m. */
    private static final double CONSUMPTION = 2_325_571_501.0;

    @TempDir
    private Path folder;

    @Test
    void shouldShowWhoLeftTheOperatorAndByWhichContract() throws Exception {
        try (ImportFixture portal = new ImportFixture(TestDatabase.Kind.HSQLDB, folder, vertical("telecom"))) {
            ImportRun run = read(portal, "telecom/Telco-Customer-Churn.csv", "telco_churn");
            assertThat(run.counts().customersCreated()).isEqualTo(7_043);
            assertThat(run.counts().rejected())
                    .as("a blank total is no bill yet")
                    .isZero();
            assertThat(unknown(portal, "total_charges")).isEqualTo(11);

            OverviewPage page = overview(portal);
            assertThat(figure(page, "customers").value()).isEqualTo(new Value.Whole(7_043));
            assertThat(figure(page, "churned").value()).isEqualTo(new Value.Whole(1_869));
            assertThat(figure(page, "churn_rate").value().asDouble()).isEqualTo(1_869 / 7_043.0);
            assertThat(figure(page, "arpu").value()).isEqualTo(new Value.Money(6_476, 2));
            assertThat(figure(page, "month_to_month").value()).isEqualTo(new Value.Whole(3_875));
            assertThat(rows(tile(page, "contract", Tile.Breakdown.class).table()))
                    .containsExactly("month_to_month 3875 1655", "one_year 1473 166", "two_year 1695 48");
            GroupsTable billing = tile(page, "billing", Tile.Breakdown.class).table();
            assertThat(counts(billing)).containsExactly("billed 7032", "no_bill 11");
            assertThat(billing.blocks().getFirst().rows().getFirst().cells().get(1))
                    .isEqualTo(new Value.Money(1_605_616_870L, 2));
            assertThat(page.tiles()).noneMatch(Tile.Failed.class::isInstance);
        }
    }

    @Test
    void shouldShowWhatTheRetailerOfEnergySellsAndWhoLeft() throws Exception {
        try (ImportFixture portal = new ImportFixture(TestDatabase.Kind.HSQLDB, folder, vertical("utilities"))) {
            ImportRun run = read(portal, "utilities/client_data.csv.gz", "powerco");
            assertThat(run.counts().customersCreated()).isEqualTo(14_606);
            assertThat(run.counts().rejected()).isZero();
            assertThat(unknown(portal, "sales_channel"))
                    .as("MISSING is unknown")
                    .isEqualTo(3_725);

            OverviewPage page = overview(portal);
            assertThat(figure(page, "churned").value()).isEqualTo(new Value.Whole(1_419));
            assertThat(figure(page, "customers").value()).isEqualTo(new Value.Whole(14_606));
            assertThat(figure(page, "consumption").value().asDouble()).isEqualTo(CONSUMPTION);
            assertThat(CONSUMPTION / 14_606.0).isCloseTo(159_220.29, org.assertj.core.data.Offset.offset(0.005));
            assertThat(figure(page, "margin").value().asDouble() / 14_606)
                    .isCloseTo(189.2645, org.assertj.core.data.Offset.offset(0.0001));
            assertThat(portal.count("SELECT count(*) FROM %s WHERE %s"
                            .formatted(portal.attributes(), portal.attribute("has_gas"))))
                    .isEqualTo(2_651);
            assertThat(page.tiles()).noneMatch(Tile.Failed.class::isInstance);
        }
    }

    /** Leads come first, so that they point to units and agents nobody knows yet. */
    @Test
    void shouldShowTheFunnelOfTheDeveloperWithLinksBetweenFiles() throws Exception {
        try (ImportFixture portal = new ImportFixture(TestDatabase.Kind.HSQLDB, folder, vertical("realestate"))) {
            assertThat(read(portal, "real_estate/Leads.csv", "leads").counts().customersCreated())
                    .isEqualTo(5_000);
            assertThat(read(portal, "real_estate/Customers.csv", "buyers")
                            .counts()
                            .customersCreated())
                    .isZero();
            assertThat(unknown(portal, "campaign"))
                    .as("leads whose campaign has no name here")
                    .isZero();
            assertThat(unknown(portal, "nationality")).as("blank in the file").isEqualTo(164);
            assertThat(read(portal, "real_estate/Properties.csv", "properties")
                            .counts()
                            .fresh())
                    .isEqualTo(600);
            assertThat(read(portal, "real_estate/Agents.csv", "agents").counts().fresh())
                    .as("agents who share a name are told apart by their key")
                    .isEqualTo(45);
            assertThat(read(portal, "real_estate/Sales.csv", "sales").counts().fresh())
                    .isEqualTo(813);

            OverviewPage page = overview(portal);
            assertThat(percent(page, "lost_early")).isEqualTo("54.44");
            assertThat(percent(page, "win_rate")).isEqualTo("68.67");
            assertThat(percent(page, "conversion")).isEqualTo("16.26");
            Figure pipeline = figure(page, "open_pipeline");
            assertThat(pipeline.value()).isEqualTo(new Value.Money(19_291_100_000L, 2));
            assertThat(pipeline.customers().cardinality()).isEqualTo(67);
            assertThat(figure(page, "sales_cycle").value().asDouble())
                    .isCloseTo(61.27, org.assertj.core.data.Offset.offset(0.005));
            assertThat(channel(page, "referral", 2)).isEqualTo("25.28");
            assertThat(channel(page, "referral", 5)).isEqualTo("153.44");
            assertThat(channel(page, "website", 2)).isEqualTo("50.84");
            assertThat(channel(page, "website", 5)).isEqualTo("296.90");
            assertThat(channel(page, "google_ads", 2)).isEqualTo("203.77");
            assertThat(channel(page, "google_ads", 5)).isEqualTo("1291.73");
            assertThat(channel(page, "instagram", 2)).isEqualTo("103.55");
            assertThat(channel(page, "instagram", 5)).isEqualTo("636.32");
            assertThat(rounded(page, "linkedin", 5)).isEqualTo(1_819);
            assertThat(rounded(page, "bayut", 5)).isEqualTo(1_640);
            assertThat(Math.round(cell(page, "referral", 7).asDouble()))
                    .as("revenue over cost")
                    .isEqualTo(16_567);
            assertThat(total(page, 1)).isEqualTo("776233.53");
            assertThat(total(page, 6)).isEqualTo("2225544000.00");
            assertThat(tile(page, "stage", Tile.Segments.class).totals())
                    .extracting(SegmentTotal::count)
                    .contains(813, 4_098);
            assertThat(month(page, 5)).isEqualTo(101);
            assertThat(month(page, 7)).isEqualTo(98);
            assertThat(month(page, 12)).isEqualTo(96);
            assertThat(month(page, 2)).isEqualTo(42);
            assertThat(page.tiles()).noneMatch(Tile.Failed.class::isInstance);
        }
    }

    private static long unknown(ImportFixture portal, String attribute) {
        return portal.count(
                "SELECT count(*) FROM %s WHERE %s IS NULL".formatted(portal.attributes(), portal.attribute(attribute)));
    }

    private static ImportRun read(ImportFixture portal, String file, String preset) {
        FileInspection inspected = portal.upload(RealData.file(file));
        ImportPlan plan = PlanProposal.propose(portal.vertical(), inspected);
        assertThat(plan.preset()).isEqualTo(preset);
        ImportRun.Counts expected = ImportRun.Counts.of(portal.check(inspected, plan));
        ImportRun run = portal.run(inspected, plan);
        assertThat(run.counts()).isEqualTo(expected);
        return run;
    }

    private static OverviewPage overview(ImportFixture portal) {
        Jdbi jdbi = portal.database().jdbi();
        Dialect dialect = portal.database().dialect();
        Clock clock = Clock.systemDefaultZone();
        Announcements silent = new Announcements();
        Verticals verticals = VerticalFixture.verticals(portal.vertical());
        CustomerService customers =
                new CustomerService(new CustomerDao(jdbi, dialect), portal.rights(), portal.audit(), silent, clock);
        Snapshots snapshots = new Snapshots(
                verticals,
                new VerticalData(
                        customers, new ActivityDao(jdbi, dialect), new ReferenceData(new ReferenceDao(jdbi, dialect))),
                new ModelOverrides(
                        new ModelVersionDao(jdbi),
                        new KnownModels(new OwnModelDao(jdbi)),
                        verticals,
                        portal.rights(),
                        clock),
                PluginAnswers.NONE,
                CodeSnapshots.past(portal.database()),
                silent,
                clock);
        Reports reports = new Reports(verticals, snapshots, portal.rights(), portal.audit());
        return new Overview(snapshots, reports, portal.rights(), silent, new Jobs(clock))
                .page(portal.vertical().key(), PeriodChoice.USUAL);
    }

    private static Figure figure(OverviewPage page, String tile) {
        return tile(page, tile, Tile.KeyNumber.class).figure();
    }

    private static String percent(OverviewPage page, String tile) {
        return "%.2f".formatted(figure(page, tile).value().asDouble() * 100);
    }

    private static <T extends Tile> T tile(OverviewPage page, String id, Class<T> type) {
        return page.tiles().stream()
                .filter(tile -> tile.definition().id().equals(id))
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> rows(GroupsTable table) {
        return table.blocks().getFirst().rows().stream()
                .map(row -> row.group().key() + " "
                        + String.join(
                                " ",
                                row.cells().stream()
                                        .map(cell -> String.valueOf((long) cell.asDouble()))
                                        .toList()))
                .toList();
    }

    private static List<String> counts(GroupsTable table) {
        return table.blocks().getFirst().rows().stream()
                .map(row ->
                        row.group().key() + " " + (long) row.cells().getFirst().asDouble())
                .toList();
    }

    private static String channel(OverviewPage page, String channel, int measure) {
        return plain(cell(page, channel, measure));
    }

    private static long rounded(OverviewPage page, String channel, int measure) {
        return Math.round(Double.parseDouble(channel(page, channel, measure)));
    }

    /** A measure of the report of channels. */
    private static Value cell(OverviewPage page, String channel, int measure) {
        return channels(page).blocks().getFirst().rows().stream()
                .filter(row -> row.group().key().equals(channel))
                .map(row -> row.cells().get(measure))
                .findFirst()
                .orElseThrow();
    }

    /** A measure of all channels together. */
    private static String total(OverviewPage page, int measure) {
        return plain(channels(page).total().cells().get(measure));
    }

    private static GroupsTable channels(OverviewPage page) {
        return (GroupsTable) tile(page, "channels", Tile.Report.class).page().table();
    }

    private static String plain(Value amount) {
        return ((Value.Money) amount).major().toPlainString();
    }

    /** Mean revenue of a calendar month in millions. */
    private static long month(OverviewPage page, int month) {
        PeriodsTable table =
                (PeriodsTable) tile(page, "seasons", Tile.Report.class).page().table();
        return table.rows().stream()
                .filter(row -> row.start().getMonthValue() == month)
                .map(row -> Math.round(row.amount().asDouble() / 1_000_000))
                .findFirst()
                .orElseThrow();
    }

    private static VerticalDefinition vertical(String id) {
        Path root = RealProject.folder().resolve("plugins/%s/src/main/resources".formatted(id));
        return switch (VerticalReader.read(name -> content(root.resolve(name)))) {
            case VerticalReader.Result.Valid valid -> valid.definition();
            case VerticalReader.Result.Invalid invalid ->
                throw new AssertionError(invalid.findings().toString());
        };
    }

    private static byte @Nullable [] content(Path file) {
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : null;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where the project's sources are. */
    private static final class RealProject {
        static Path folder() {
            for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
                if (Files.isDirectory(at.resolve("plugins/retail"))) {
                    return at;
                }
            }
            throw new IllegalStateException("plugins/retail was not found from here upwards");
        }
    }
}

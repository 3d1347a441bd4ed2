package org.clientele.portal.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.access.User;
import org.clientele.access.persistence.UserDao;
import org.clientele.analysis.Comparisons;
import org.clientele.analysis.Movements;
import org.clientele.common.Announcements;
import org.clientele.common.Jobs;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.engine.column.Value;
import org.clientele.engine.figure.Period;
import org.clientele.engine.report.GroupsTable;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.TileDefinition;
import org.clientele.report.Reports;
import org.clientele.segment.ModelOverrides;
import org.clientele.segment.ModelSummary;
import org.clientele.segment.Segments;
import org.clientele.segment.ShopDefinition;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Anna and Cara are looked after by the one who asks, Ben, who spends most, by nobody: every figure is of Anna and Cara alone. */
class OwnFiguresTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);
    private static final Grant OWN = new Grant(Role.STAFF, "shop", true);

    private ShopPortal portal;
    private Overview overview;
    private Reports reports;
    private User staff;

    @BeforeEach
    void start() {
        portal = ShopPortal.of(
                TestDatabase.Kind.HSQLDB,
                ShopDefinition.withReports(),
                new Texts.Bundles(Map.of("en", Map.of(), "zh-CN", Map.of())));
        reports = new Reports(portal.verticals, portal.snapshots, portal.rights, portal.audit);
        overview = new Overview(portal.snapshots, reports, portal.rights, new Announcements(), new Jobs(portal.clock));
        Map<String, Long> ids = portal.purchases(List.of(
                new Purchase("anna", DAY.minusDays(40), 2_000),
                new Purchase("anna", DAY, 10_000),
                new Purchase("ben", DAY, 900_000),
                new Purchase("cara", DAY.minusDays(300), 500)));
        long wang = new UserDao(portal.database.jdbi()).insert("wang", "wang", Set.of(), portal.clock.instant());
        handTo(wang, Objects.requireNonNull(ids.get("anna")), Objects.requireNonNull(ids.get("cara")));
        portal.snapshots.reload("shop");
        staff = TestRights.user(wang, OWN);
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
    }

    @Test
    void shouldCountOwnCustomersInEveryTileOfTheOverview() {
        OverviewPage all = overview.page("shop", PeriodChoice.USUAL);
        portal.rights.become(staff);
        OverviewPage own = overview.page("shop", PeriodChoice.USUAL);

        assertThat(figure(all, TileDefinition.Kind.CUSTOMERS)).isEqualTo(new Value.Whole(3));
        assertThat(figure(own, TileDefinition.Kind.CUSTOMERS)).isEqualTo(new Value.Whole(2));
        assertThat(figure(own, TileDefinition.Kind.REVENUE)).isEqualTo(new Value.Money(12_500, 2));
        assertThat(own.tiles()).hasSameSizeAs(all.tiles()).noneMatch(Tile.Failed.class::isInstance);
        for (Tile tile : own.tiles()) {
            switch (tile) {
                case Tile.Segments segments -> {
                    assertThat(segments.customers()).isEqualTo(2);
                    assertThat(segments.totals()).allMatch(total -> total.count() <= 2);
                }
                case Tile.Moves moves -> assertThat(moves.result().size()).isEqualTo(2);
                case Tile.Months months ->
                    assertThat(months.months().stream()
                                    .mapToLong(month -> month.minor())
                                    .sum())
                            .isEqualTo(12_500);
                case Tile.Breakdown breakdown ->
                    assertThat(people(breakdown.table())).isEqualTo(2);
                case Tile.Report report ->
                    assertThat(report.page().snapshot().customers().size()).isEqualTo(2);
                default -> {}
            }
        }
        assertThat(own.decisions()).allMatch(decision -> decision.customers() <= 2);
    }

    @Test
    void shouldLeaveOwnCustomersInTheSegmentsThatTheyAreInAmongAll() {
        int platinum = summary().segments().getFirst().count();
        portal.rights.become(staff);
        ModelSummary own = summary();

        assertThat(platinum).as("Ben").isOne();
        assertThat(own.customers()).isEqualTo(2);
        assertThat(own.segments().getFirst().count()).isZero();
        assertThat(own.segments().stream().mapToInt(ModelSummary.Segment::count).sum())
                .isEqualTo(2);
    }

    @Test
    void shouldReportOwnCustomersAloneWhateverWasComputedBefore() {
        assertThat(people((GroupsTable) reports.page("shop", "by_tier").table()))
                .isEqualTo(3);
        portal.rights.become(staff);
        assertThat(people((GroupsTable) reports.page("shop", "by_tier").table()))
                .isEqualTo(2);
        portal.rights.become(TestRights.user(9, OWN));
        assertThat(people((GroupsTable) reports.page("shop", "by_tier").table()))
                .isZero();
        assertThat(overview.page("shop", PeriodChoice.USUAL).isEmpty()).isTrue();
        portal.rights.become(TestRights.user(9, OWN, new Grant(Role.MANAGER, "shop")));
        assertThat(people((GroupsTable) reports.page("shop", "by_tier").table()))
                .isEqualTo(3);
    }

    @Test
    void shouldFollowACustomerWhoIsHandedOver() {
        portal.rights.become(staff);
        assertThat(summary().customers()).isEqualTo(2);
        portal.database.jdbi().useHandle(h -> h.execute("UPDATE customer SET owner_user_id = NULL WHERE ref = 'anna'"));
        portal.snapshots.reload("shop");
        assertThat(summary().customers()).isOne();
    }

    @Test
    void shouldAnalyseOwnCustomersOnlyWhereAnalysingIsAllowedAtAll() {
        Movements movements = new Movements(portal.snapshots, portal.rights, new Jobs(portal.clock));
        Comparisons comparisons = new Comparisons(portal.snapshots, portal.rights, new Jobs(portal.clock));
        portal.rights.become(staff);
        assertThatThrownBy(() -> movements.movement("shop", "pyramid", new Period(DAY.minusDays(30), DAY)))
                .isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> comparisons.snapshot("shop")).isInstanceOf(ForbiddenProblem.class);

        portal.rights.limit((permission, vertical) -> Set.of(Role.STAFF));
        assertThat(comparisons.snapshot("shop").customers().size()).isEqualTo(2);
        assertThat(movements.snapshot("shop").customers().size()).isEqualTo(2);
    }

    private ModelSummary summary() {
        ModelOverrides overrides = portal.overrides;
        return new Segments(portal.snapshots, overrides, portal.rights).summary("shop", "pyramid");
    }

    private static int people(GroupsTable table) {
        return table.blocks().getFirst().rows().stream()
                .mapToInt(row -> row.group().members().cardinality())
                .sum();
    }

    private static Value figure(OverviewPage page, TileDefinition.Kind kind) {
        return page.tiles().stream()
                .filter(tile -> tile.definition().kind() == kind)
                .map(Tile.KeyNumber.class::cast)
                .findFirst()
                .orElseThrow()
                .figure()
                .value();
    }

    private void handTo(long user, long... customers) {
        for (long customer : customers) {
            portal.database
                    .jdbi()
                    .useHandle(h -> h.execute("UPDATE customer SET owner_user_id = ? WHERE id = ?", user, customer));
        }
    }
}

package org.clientele.portal.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.TestRights;
import org.clientele.common.Announcements;
import org.clientele.common.Jobs;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.engine.column.Value;
import org.clientele.engine.figure.Period;
import org.clientele.plugins.api.TileDefinition;
import org.clientele.report.Reports;
import org.clientele.segment.ShopPortal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverviewTest {
    private ShopPortal portal = ShopPortal.cdnow(TestDatabase.Kind.HSQLDB);
    private Overview overview = overview();

    private Overview overview() {
        return new Overview(portal.snapshots, reports(), portal.rights, new Announcements(), new Jobs(portal.clock));
    }

    private Reports reports() {
        return new Reports(portal.verticals, portal.snapshots, portal.rights, portal.audit);
    }

    @BeforeAll
    void load() {
        portal.snapshot();
    }

    @AfterAll
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldShowThePublishedTotalsOfCdnow() {
        OverviewPage page = page(PeriodChoice.Kind.ALL);
        assertThat(figure(page, TileDefinition.Kind.CUSTOMERS)).isEqualTo(new Value.Whole(23_570));
        assertThat(figure(page, TileDefinition.Kind.ACTIVE)).isEqualTo(new Value.Whole(23_570));
        assertThat(figure(page, TileDefinition.Kind.REVENUE)).isEqualTo(new Value.Money(250_031_563, 2));
        assertThat(page.compared()).isFalse();
        Tile.Months months = tile(page, Tile.Months.class);
        assertThat(months.months()).hasSize(18);
        assertThat(months.months().stream().mapToLong(m -> m.minor()).sum()).isEqualTo(250_031_563);
    }

    @Test
    void shouldEndOnTheAsOfDayAndCompareWithThePeriodBefore() {
        OverviewPage page = page(PeriodChoice.Kind.QUARTER);
        assertThat(page.period()).isEqualTo(new Period(LocalDate.of(1998, 3, 31), LocalDate.of(1998, 6, 30)));
        assertThat(page.compared()).isTrue();
    }

    @Test
    void shouldPutEveryCustomerIntoOneTierAndOneCell() {
        OverviewPage page = page(PeriodChoice.Kind.YEAR);
        List<Tile.Segments> segments = page.tiles().stream()
                .filter(Tile.Segments.class::isInstance)
                .map(Tile.Segments.class::cast)
                .toList();
        assertThat(segments).hasSize(3).allSatisfy(tile -> assertThat(
                        tile.totals().stream().mapToInt(total -> total.count()).sum())
                .isEqualTo(23_570));
        int cells = 0;
        for (int[] row : tile(page, Tile.Grid.class).counts()) {
            for (int count : row) {
                cells += count;
            }
        }
        assertThat(cells).isEqualTo(23_570);
    }

    @Test
    void shouldKeepWhatItComputed() {
        List<Tile> tiles = page(PeriodChoice.Kind.YEAR).tiles();
        List<Tile> again = page(PeriodChoice.Kind.YEAR).tiles();

        assertThat(again).hasSameSizeAs(tiles).isNotEmpty();
        for (int i = 0; i < tiles.size(); i++) {
            assertThat(again.get(i)).isSameAs(tiles.get(i));
        }
    }

    @Test
    void shouldFindDecisionsWithTheirCustomers() {
        List<Decision> decisions = page(PeriodChoice.Kind.YEAR).decisions();
        assertThat(decisions)
                .extracting(Decision::kind)
                .containsExactly(Decision.Kind.BEST_QUIET, Decision.Kind.LAPSED_VALUABLE);
        assertThat(decisions).allSatisfy(d -> assertThat(d.customers()).isPositive());
    }

    @Test
    void shouldReadAnyPeriodFromAnAddress() {
        assertThat(PeriodChoice.parse("1998-01-01..1998-03-31").text()).isEqualTo("1998-01-01..1998-03-31");
        assertThat(PeriodChoice.parse("days-30").kind()).isEqualTo(PeriodChoice.Kind.DAYS_30);
        assertThat(PeriodChoice.parse("1998-03-31..1998-01-01")).isEqualTo(PeriodChoice.USUAL);
        assertThat(PeriodChoice.parse("nonsense")).isEqualTo(PeriodChoice.USUAL);
    }

    @Test
    void shouldRefuseStrangers() {
        Overview strangers = new Overview(
                portal.snapshots, reports(), TestRights.with(), new Announcements(), new Jobs(portal.clock));
        assertThatThrownBy(() -> strangers.page("shop", PeriodChoice.USUAL)).isInstanceOf(ForbiddenProblem.class);
    }

    private OverviewPage page(PeriodChoice.Kind kind) {
        return overview.page("shop", new PeriodChoice(kind, null));
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

    private static <T extends Tile> T tile(OverviewPage page, Class<T> type) {
        return page.tiles().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}

package org.clientele.portal.overview.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.Announcements;
import org.clientele.common.Jobs;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.FigureTable;
import org.clientele.common.ui.TestUi;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.KeyFigure;
import org.clientele.frontend.PageHeader;
import org.clientele.plugin.ui.TestNavigation;
import org.clientele.plugins.api.Texts;
import org.clientele.portal.overview.Overview;
import org.clientele.reference.References;
import org.clientele.reference.persistence.ReferenceDao;
import org.clientele.report.Reports;
import org.clientele.segment.Segments;
import org.clientele.segment.ShopDefinition;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.clientele.survey.SurveyResults;
import org.clientele.survey.persistence.InvitationDao;
import org.clientele.survey.persistence.ResultDao;
import org.clientele.survey.ui.SurveyOverview;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OverviewViewTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private ShopPortal portal;

    @BeforeEach
    void start() {
        portal = ShopPortal.empty(TestDatabase.Kind.HSQLDB);
        TestUi.start(Locale.ENGLISH);
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldShowFiguresThatLeadToTheirCustomers() {
        fill();
        open("v/shop/overview?period=quarter");

        assertThat(_find(KeyFigure.class)).hasSize(6);
        KeyFigure active = figure("tile.active");
        assertThat(text(active)).contains("4");
        assertThat(active.getHref()).isEqualTo("v/shop/customers?set=active%3A2025-11-01..2026-01-31");
        assertThat(text(figure("tile.revenue"))).contains("$165");
        assertThat(text(_get(PageHeader.class))).contains("As of 31 Jan 2026", "Last quarter");
    }

    @Test
    void shouldTellThoseWhoSeeOnlyTheirOwnCustomersWhomItCovers() {
        fill();
        open("v/shop/overview");
        _assertNone(Div.class, spec -> spec.withClasses("own-customers"));

        portal.rights.become(TestRights.user(2, new Grant(Role.STAFF, "shop", true)));
        open("v/shop/overview?period=quarter");

        assertThat(_get(Div.class, spec -> spec.withClasses("own-customers")).getText())
                .isEqualTo("Figures and lists cover only the customers you look after.");
        assertThat(_find(KeyFigure.class)).isEmpty();
        assertThat(text(_get(EmptyState.class))).contains("No customer is assigned to you yet");
    }

    @Test
    void shouldOfferATableBesideEachChartWhoseRowsLeadToTheirCustomers() {
        fill();
        open("v/shop/overview");
        assertThat(_find(FigureTable.class)).isEmpty();

        List<Button> toggles = _find(Button.class, spec -> spec.withText("Table"));
        assertThat(toggles).hasSize(6);
        toggles.forEach(toggle -> _click(toggle));

        assertThat(_find(FigureTable.class)).hasSize(6);
        assertThat(_find(Anchor.class).stream().map(Anchor::getHref))
                .contains(
                        "v/shop/customers?f=segment_pyramid%3Aeq%3Aplatinum",
                        "v/shop/customers?set=cell%3Arfm%3A5%3A5");
    }

    @Test
    void shouldDrawAMatrixWhoseCellsLeadToTheirCustomers() throws Exception {
        portal.close();
        portal = ShopPortal.of(
                TestDatabase.Kind.HSQLDB,
                ShopDefinition.withMatrix(),
                new Texts.Bundles(Map.of("en", Map.of(), "zh-CN", Map.of())));
        fill();
        open("v/shop/overview");
        _click(_get(Button.class, spec -> spec.withText("Table")));

        assertThat(_find(Anchor.class).stream().map(Anchor::getHref))
                .contains("v/shop/customers?set=cell%3Arelations%3A3%3A2");
    }

    @Test
    void shouldSayWhatNeedsADecision() {
        List<Purchase> purchases = new ArrayList<>(purchases());
        purchases.add(new Purchase("rich", DAY.minusDays(120), 900_000));
        portal.purchases(purchases);
        open("v/shop/overview");

        DecisionsCard card = _get(DecisionsCard.class);
        assertThat(text(card)).contains("quiet for 90 days", "1 customer · $9,000", "What to do");
    }

    @Test
    void shouldSayWhatToDoNextWithoutCustomers() {
        open("v/shop/overview");
        assertThat(text(_get(EmptyState.class))).contains("No customers yet", "Import data");

        portal.rights.become(TestRights.user(2, new Grant(Role.MANAGER, Grant.EVERYWHERE)));
        open("v/shop/overview");
        assertThat(text(_get(EmptyState.class))).contains("A consultant of this industry imports the data");
        _assertNone(Button.class, spec -> spec.withText("Import data"));
    }

    @Test
    void shouldSpeakChinese() {
        TestUi.stop();
        TestUi.start(Locale.SIMPLIFIED_CHINESE);
        fill();
        open("v/shop/overview?period=days-30");

        assertThat(text(_get(PageHeader.class))).contains("总览", "截至 2026年1月31日", "近 30 天", "打印");
        assertThat(text(_get(DecisionsCard.class))).contains("需要决策");
    }

    @Test
    void shouldShowMeasuresBreakdownsFunnelsAndReports() throws Exception {
        portal.close();
        portal = ShopPortal.of(
                TestDatabase.Kind.HSQLDB,
                ShopDefinition.withReports(),
                new Texts.Bundles(Map.of("en", Map.of(), "zh-CN", Map.of())));
        fill();
        open("v/shop/overview");

        KeyFigure large = figure("tile.large");
        assertThat(text(large)).contains("25%");
        assertThat(large.getHref()).isEqualTo("v/shop/customers?when=monetary%20%3E%3D%20100.0");
        assertThat(text(figure("tile.per_buyer"))).contains("$66.25");
        _find(Button.class, spec -> spec.withText("Table")).forEach(toggle -> _click(toggle));
        assertThat(_find(FigureTable.class).stream().map(OverviewViewTest::text))
                .anySatisfy(table -> assertThat(table).contains("model.pyramid.segment.platinum", "$220"))
                .anySatisfy(table -> assertThat(table).contains("tile.steps.step.again", "25%"));
        assertThat(_find(Anchor.class).stream().map(Anchor::getHref)).contains("v/shop/reports/by_tier");
    }

    private void fill() {
        portal.purchases(purchases());
    }

    private static List<Purchase> purchases() {
        return List.of(
                new Purchase("anna", DAY.minusDays(200), 10_000),
                new Purchase("anna", DAY, 12_000),
                new Purchase("ben", DAY.minusDays(10), 3_000),
                new Purchase("cara", DAY.minusDays(20), 1_000),
                new Purchase("dora", DAY.minusDays(40), 500));
    }

    private void open(String address) {
        Overview overview = new Overview(
                portal.snapshots,
                new Reports(portal.verticals, portal.snapshots, portal.rights, portal.audit),
                portal.rights,
                new Announcements(),
                new Jobs(portal.clock));
        References references =
                new References(new ReferenceDao(portal.database.jdbi(), portal.database.dialect()), portal.rights);
        TestNavigation.open(
                new OverviewView(
                        portal.verticals,
                        portal.rights,
                        new Announcements(),
                        overview,
                        references,
                        new SurveyOverview(surveys(), portal.clock)),
                "shop",
                address);
    }

    private SurveyResults surveys() {
        return new SurveyResults(
                new ResultDao(portal.database.jdbi()),
                new InvitationDao(portal.database.jdbi()),
                new Segments(portal.snapshots, portal.overrides, portal.rights),
                portal.rights,
                new Jobs(portal.clock),
                portal.clock);
    }

    private static KeyFigure figure(String label) {
        return _get(
                KeyFigure.class,
                spec -> spec.withPredicate(figure -> text(figure).contains(label)));
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}

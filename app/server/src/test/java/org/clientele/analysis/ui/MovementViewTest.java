package org.clientele.analysis.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.analysis.Movements;
import org.clientele.common.Announcements;
import org.clientele.common.Jobs;
import org.clientele.common.TestJobs;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.common.ui.ChartCard;
import org.clientele.common.ui.TestUi;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.LineChart;
import org.clientele.frontend.SankeyChart;
import org.clientele.plugin.ui.TestNavigation;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.ModelChange;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MovementViewTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private ShopPortal portal;

    @BeforeEach
    void start() {
        portal = ShopPortal.empty(TestDatabase.Kind.HSQLDB);
        portal.purchases(List.of(
                new Purchase("anna", DAY.minusDays(200), 10_000),
                new Purchase("anna", DAY, 12_000),
                new Purchase("cara", DAY.minusDays(20), 1_000)));
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldDrawTheFlowTheTrendAndTheCohortsAndLeadToCustomers() {
        MovementView view = open(Locale.ENGLISH, "v/shop/segments/movement?model=life_cycle");
        _find(ChartCard.class).forEach(card -> card.showTable(true));

        assertThat(text(view)).contains("31 Oct 2025", "31 Jan 2026", "start + in − out = end");
        assertThat(_find(Anchor.class).stream().map(Anchor::getHref))
                .contains(
                        "v/shop/customers?set=moved%3Alife_cycle%3A-%3Anew%3A2025-10-31..2026-01-31",
                        "v/shop/customers?set=was%3Alife_cycle%3Anew%3A2026-01-31",
                        "v/shop/customers?set=first%3A2026-01-01..2026-01-31");
    }

    @Test
    void shouldCountByValueToTheCent() {
        MovementView view = open(Locale.ENGLISH, "v/shop/segments/movement?model=pyramid&by=value");

        assertThat(text(view)).contains("$100.00", "$230.00", "change of those who stayed");
        _get(SankeyChart.class);
        _find(ChartCard.class).forEach(card -> card.showTable(true));
        assertThat(text(view))
                .contains("Worth on 31 Oct 2025", "Worth on 31 Jan 2026", "a column adds up to the later day");
    }

    @Test
    void shouldTakeTheDaysOfTheAddressAndUsualOnesForNonsense() {
        assertThat(text(open(Locale.ENGLISH, "v/shop/segments/movement?days=2025-12-31..2026-01-15")))
                .contains("From 31 Dec 2025 to 15 Jan 2026");
        TestUi.stop();
        assertThat(text(open(Locale.ENGLISH, "v/shop/segments/movement?days=2027-01-01..2020")))
                .contains("From 31 Oct 2025 to 31 Jan 2026");
    }

    @Test
    void shouldSpeakChinese() {
        assertThat(text(open(Locale.SIMPLIFIED_CHINESE, "v/shop/segments/movement")))
                .contains("客户流动", "各细分收支", "期初 + 流入 − 流出 = 期末");
        _get(LineChart.class);
    }

    @Test
    void shouldNotOpenForStaff() {
        portal.rights.become(TestRights.user(2, new Grant(Role.STAFF, Grant.EVERYWHERE)));
        open(Locale.ENGLISH, "v/shop/segments/movement");
        _get(EmptyState.class);
    }

    @Test
    void shouldCompareTwoVersionsOnOneDay() {
        portal.versions.publish(
                "shop",
                new ModelChange.Tiers(
                        "pyramid", "monetary", ModelDefinition.Tiers.Method.FIXED, List.of(500.0, 200.0, 5.0)),
                "why",
                null,
                1,
                0);
        portal.snapshots.reload("shop");
        MovementView view = open(
                Locale.ENGLISH, "v/shop/segments/movement?model=pyramid&days=2026-01-31..2026-01-31&versions=1..2");

        assertThat(text(view))
                .contains("The earlier day by version 1", "0 did so by their behaviour")
                .contains("31 Jan 2026 by version 1", "31 Jan 2026 by version 2")
                .containsPattern("Of [1-9] who moved");
        assertThat(_find(Anchor.class).stream().map(Anchor::getHref))
                .anyMatch(address -> address.contains("pyramid%401") || address.contains("pyramid@1"));
    }

    @Test
    void shouldShowTheChoicesAtOnceAndNothingOfAnOlderChoice() {
        TestUi.start(Locale.ENGLISH);
        TestJobs.Held held = new TestJobs.Held();
        MovementView view = view(held.jobs(portal.clock));
        TestNavigation.open(view, "shop", "v/shop/segments/movement?model=life_cycle");
        assertThat(text(view)).contains("From 31 Oct 2025 to 31 Jan 2026").doesNotContain("another segment");
        _assertNone(SankeyChart.class);

        TestNavigation.open(view, "shop", "v/shop/segments/movement?model=pyramid&days=2025-12-31..2026-01-15");
        held.run();
        _find(AnswerPanel.class).forEach(AnswerPanel::refresh);

        assertThat(text(view)).contains("From 31 Dec 2025 to 15 Jan 2026 · ");
        assertThat(_find(Anchor.class).stream().map(Anchor::getHref))
                .anyMatch(address -> address.contains("was%3Apyramid"))
                .noneMatch(address -> address.contains("was%3Alife_cycle"));
    }

    @Test
    void shouldLeadToTheDataWhereThereAreNoCustomersYet() throws Exception {
        portal.close();
        portal = ShopPortal.empty(TestDatabase.Kind.HSQLDB);

        assertThat(text(open(Locale.ENGLISH, "v/shop/segments/movement"))).contains("No segments yet");
        _get(Button.class, spec -> spec.withText("To the data"));
    }

    @Test
    void shouldSayWhyNobodyMovesByAttributesAlone() throws Exception {
        portal.close();
        portal = ShopPortal.power(TestDatabase.Kind.HSQLDB);
        portal.purchases(List.of(new Purchase("anna", DAY.minusDays(200), 10_000)));

        assertThat(text(open(Locale.ENGLISH, "v/shop/segments/movement")))
                .contains("By “Importance” nobody moves from one segment to another: it goes by “Demand”, of which");
    }

    private MovementView open(Locale locale, String address) {
        TestUi.start(locale);
        MovementView view = view(TestJobs.atOnce());
        TestNavigation.open(view, "shop", address);
        return view;
    }

    private MovementView view(Jobs jobs) {
        Movements movements = new Movements(portal.snapshots, portal.rights, jobs);
        return new MovementView(portal.verticals, portal.rights, new Announcements(), movements, portal.versions);
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}

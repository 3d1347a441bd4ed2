package org.clientele.segment.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.Announcements;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.FigureTable;
import org.clientele.common.ui.TestUi;
import org.clientele.frontend.GridChart;
import org.clientele.plugin.ui.TestNavigation;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.ModelChange;
import org.clientele.segment.Segments;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SegmentsViewTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private ShopPortal portal;
    private Segments segments;

    @BeforeEach
    void start() {
        portal = ShopPortal.empty(TestDatabase.Kind.HSQLDB);
        segments = new Segments(portal.snapshots, portal.overrides, portal.rights);
        portal.purchases(List.of(
                new Purchase("anna", DAY.minusDays(200), 10_000),
                new Purchase("anna", DAY, 12_000),
                new Purchase("ben", DAY.minusDays(10), 3_000),
                new Purchase("cara", DAY.minusDays(20), 1_000)));
        TestUi.start(Locale.ENGLISH);
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldShowEachSegmentWithSizeValueAndBorder() {
        SegmentsView view = open("v/shop/segments?model=pyramid");

        assertThat(_find(Anchor.class, spec -> spec.withClasses("chip"))).hasSize(3);
        assertThat(text(view)).contains("platinum", "$220", "From $220", "Below");
        assertThat(_find(Anchor.class).stream().map(Anchor::getHref))
                .contains(
                        "v/shop/customers?f=segment_pyramid%3Aeq%3Aplatinum",
                        "v/shop/strategies?model=pyramid&segment=platinum");
    }

    @Test
    void shouldLeadToTheDataWhereThereAreNoCustomersYet() throws Exception {
        portal.close();
        portal = ShopPortal.empty(TestDatabase.Kind.HSQLDB);
        segments = new Segments(portal.snapshots, portal.overrides, portal.rights);

        assertThat(text(open("v/shop/segments"))).contains("No segments yet");
        _get(Button.class, spec -> spec.withText("To the data"));
    }

    @Test
    void shouldDrawRfmAsGridWithItsScores() {
        SegmentsView view = open("v/shop/segments?model=rfm");
        _get(GridChart.class);
        assertThat(text(view)).contains("Scores", "at most");
    }

    @Test
    void shouldGiveEveryScoreARowBestFirst() {
        open("v/shop/segments?model=rfm");

        FigureTable scores = _get(FigureTable.class, spec -> spec.withClasses("rows-numbered"));

        assertThat(_find(scores, NativeTableRow.class))
                .hasSize(6)
                .extracting(SegmentsViewTest::text)
                .satisfies(rows -> assertThat(rows.get(1)).startsWith("5"))
                .satisfies(rows -> assertThat(rows.get(5)).startsWith("1"));
    }

    @Test
    void shouldStackOnAPhoneWhatASegmentIsAndBrings() {
        open("v/shop/segments?model=rfm");

        assertThat(_find(NativeTable.class, spec -> spec.withClasses("stacked")))
                .extracting(SegmentsViewTest::text)
                .anySatisfy(table -> assertThat(table).contains("Who they are", "Share of value"));
    }

    @Test
    void shouldShowTheThresholdsOfALifeCycle() {
        assertThat(text(open("v/shop/segments?model=life_cycle"))).contains("Thresholds", "180");
    }

    @Test
    void shouldSayInWordsHowConditionsDecide() {
        assertThat(text(open("v/shop/segments?model=life_cycle")))
                .contains("How it is decided", "the first condition that holds decides", "is more than 180 (");
        assertThat(text(open("v/shop/segments?model=rfm"))).doesNotContain("How it is decided");
    }

    @Test
    void shouldSayWhereSegmentsAreUsedWithLinks() {
        open("v/shop/segments?model=life_cycle");
        UseTable table = _get(UseTable.class);
        assertThat(text(table)).contains("lapsed", "Tile", "Strategy", "Order of treatment");
        assertThat(_find(table, Anchor.class))
                .extracting(Anchor::getHref)
                .containsExactly(
                        "v/shop/strategies?model=life_cycle&segment=new", "v/shop/strategies/order", "v/shop/overview");
        open("v/shop/segments?model=rfm");
        _assertNone(UseTable.class);
    }

    @Test
    void shouldOfferEditingOnlyToThoseWhoMay() {
        portal.rights.become(TestRights.user(2, new Grant(Role.MANAGER, Grant.EVERYWHERE)));
        open("v/shop/segments?model=pyramid");
        _assertNone(Button.class, spec -> spec.withText("Open the studio"));
    }

    @Test
    void shouldTellAManagerWhoChangedAModelWhenAndWhy() {
        open("v/shop/segments?model=pyramid");
        _assertNone(Button.class, spec -> spec.withText("Versions"));
        publish("more platinum for the autumn");

        portal.rights.become(TestRights.user(2, new Grant(Role.MANAGER, Grant.EVERYWHERE)));
        assertThat(text(open("v/shop/segments?model=pyramid"))).contains("Version 2, set by user7");
        _click(_get(Button.class, spec -> spec.withText("Versions")));
        VersionsDialog dialog = _get(VersionsDialog.class);
        assertThat(text(dialog))
                .contains("Version 2", "user7", "more platinum for the autumn", "applies since", "applied until");
        _get(dialog, Button.class, spec -> spec.withText("Who moved since"));
        _assertNone(dialog, Button.class, spec -> spec.withText("Go back to this…"));
        _assertNone(dialog, Button.class, spec -> spec.withText("Compare with what applies"));
    }

    private void publish(String note) {
        portal.rights.become(TestRights.user(7, new Grant(Role.CONSULTANT, Grant.EVERYWHERE)));
        portal.versions.publish(
                "shop",
                new ModelChange.Tiers(
                        "pyramid", "monetary", ModelDefinition.Tiers.Method.FIXED, List.of(100.0, 20.0, 10.0)),
                note,
                null,
                1,
                0);
        portal.snapshots.reload("shop");
    }

    private SegmentsView open(String address) {
        SegmentsView view = new SegmentsView(
                portal.verticals,
                portal.rights,
                new Announcements(),
                segments,
                portal.lifetimes(),
                portal.studies(),
                portal.uses,
                portal.versions,
                portal.studio,
                portal.ownModels);
        TestNavigation.open(view, "shop", address);
        return view;
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}

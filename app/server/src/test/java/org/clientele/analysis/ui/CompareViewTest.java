package org.clientele.analysis.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.analysis.Comparisons;
import org.clientele.analysis.SegmentOverlap;
import org.clientele.common.Announcements;
import org.clientele.common.TestJobs;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.ChartCard;
import org.clientele.common.ui.TestUi;
import org.clientele.customer.CustomerListQuery;
import org.clientele.customer.CustomerLists;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.UpsetChart;
import org.clientele.plugin.ui.TestNavigation;
import org.clientele.segment.SegmentName;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompareViewTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);
    private static final List<SegmentName> SEGMENTS = List.of(
            new SegmentName("life_cycle", "new"),
            new SegmentName("pyramid", "platinum"),
            new SegmentName("pyramid", "lead"));

    private ShopPortal portal;
    private Comparisons comparisons;

    @BeforeEach
    void start() {
        portal = ShopPortal.empty(TestDatabase.Kind.HSQLDB);
        comparisons = new Comparisons(portal.snapshots, portal.rights, TestJobs.atOnce());
        portal.purchases(List.of(
                new Purchase("anna", DAY.minusDays(200), 10_000),
                new Purchase("anna", DAY, 12_000),
                new Purchase("dora", DAY.minusDays(210), 9_000),
                new Purchase("dora", DAY.minusDays(1), 11_000),
                new Purchase("ben", DAY.minusDays(10), 3_000),
                new Purchase("cara", DAY.minusDays(20), 1_000)));
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldSayWhatTwoSegmentsDifferInMostWithEffectSizes() {
        CompareView view =
                open(Locale.ENGLISH, "v/shop/segments/compare?first=life_cycle.growing&second=life_cycle.new");
        assertThat(text(view)).contains("growing", "monetary", "$210", "$20", "1.00", "large", "2 only in the first");
    }

    @Test
    void shouldDrawTheOverlapAndLeadToAsManyCustomersAsItCounts() {
        CompareView view = open(
                Locale.ENGLISH,
                "v/shop/segments/compare?overlap=life_cycle.new&overlap=pyramid.platinum&overlap=pyramid.lead");
        _get(UpsetChart.class);
        _find(ChartCard.class).forEach(card -> card.showTable(true));
        SegmentOverlap overlap =
                Objects.requireNonNull(comparisons.overlap("shop", SEGMENTS).value());
        assertThat(overlap.overlaps().combinations().getFirst().customers()).isPositive();

        CustomerLists lists = new CustomerLists(portal.snapshots, portal.rights, portal.audit);
        int counted = 0;
        for (Anchor link : _find(Anchor.class)) {
            if (link.getHref().contains("when=")) {
                CustomerListQuery query = CustomerListQuery.parse(com.vaadin.flow.router.QueryParameters.fromString(
                                link.getHref().substring(link.getHref().indexOf('?') + 1))
                        .getParameters());
                counted += lists.list("shop", query, Locale.ENGLISH).total();
            }
        }
        assertThat(counted + overlap.overlaps().none()).isEqualTo(4);
        assertThat(text(view)).contains("Exactly in");
    }

    @Test
    void shouldSpeakChineseAndTakeUsualSegmentsWhereTheAddressNamesNone() {
        assertThat(text(open(Locale.SIMPLIFIED_CHINESE, "v/shop/segments/compare?first=no.such")))
                .contains("细分对比", "细分重叠");
    }

    @Test
    void shouldBeForThoseWhoMayAnalyse() {
        portal.rights.become(TestRights.user(2, new Grant(Role.STAFF, Grant.EVERYWHERE)));
        open(Locale.ENGLISH, "v/shop/segments/compare");
        _get(EmptyState.class);
        assertThatThrownBy(() -> comparisons.overlap("shop", SEGMENTS)).isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> comparisons.compare("shop", SEGMENTS.getFirst(), SEGMENTS.getLast()))
                .isInstanceOf(ForbiddenProblem.class);
    }

    @Test
    void shouldLeadToTheDataWhereThereAreNoCustomersYet() throws Exception {
        portal.close();
        portal = ShopPortal.empty(TestDatabase.Kind.HSQLDB);
        comparisons = new Comparisons(portal.snapshots, portal.rights, TestJobs.atOnce());

        assertThat(text(open(Locale.ENGLISH, "v/shop/segments/compare"))).contains("No segments yet");
        _get(Button.class, spec -> spec.withText("To the data"));
    }

    private CompareView open(Locale locale, String address) {
        TestUi.start(locale);
        CompareView view = new CompareView(portal.verticals, portal.rights, new Announcements(), comparisons);
        TestNavigation.open(view, "shop", address);
        return view;
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}

package org.clientele.strategy.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.Announcements;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerLists;
import org.clientele.plugin.ui.TestNavigation;
import org.clientele.segment.SegmentName;
import org.clientele.segment.Segments;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.clientele.strategy.Strategies;
import org.clientele.strategy.TestTreatments;
import org.clientele.strategy.TreatmentOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TreatmentOrderViewTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private ShopPortal portal;
    private TreatmentOrder treatments;

    @BeforeEach
    void start() {
        portal = ShopPortal.empty(TestDatabase.Kind.HSQLDB);
        treatments = TestTreatments.of(portal);
        portal.purchases(List.of(
                new Purchase("anna", DAY.minusDays(200), 10_000),
                new Purchase("anna", DAY, 12_000),
                new Purchase("eve", DAY, 50_000)));
        TestUi.start(Locale.ENGLISH);
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldMoveASegmentUpAndTreatItsCustomersFirst() {
        List<SegmentName> before = treatments.order("shop");
        open();
        List<Button> up = _find(
                Button.class,
                spec -> spec.withPredicate(
                        button -> button.getAriaLabel().orElse("").endsWith(" higher")));
        assertThat(up).hasSize(before.size());
        assertThat(up.getFirst().isEnabled()).isFalse();
        _click(up.get(1));
        assertThat(treatments.order("shop")).startsWith(before.get(1), before.get(0));
    }

    @Test
    void shouldShowManagersTheOrderAndLetConsultantsChangeIt() {
        portal.rights.become(TestRights.user(2, new Grant(Role.MANAGER, Grant.EVERYWHERE)));
        TreatmentOrderView view = open();
        assertThat(view.getElement().getTextRecursively()).contains("Order of treatment", "Treated");
        assertThat(_find(NativeTableHeaderCell.class))
                .extracting(NativeTableHeaderCell::getText)
                .contains("Treated")
                .doesNotContain("Order");
        _assertNone(Button.class);
    }

    @Test
    void shouldSayOnACustomersPageWhichSegmentRanksFirst() {
        CustomerLists lists = new CustomerLists(portal.snapshots, portal.rights, portal.audit);
        Strategies strategies =
                new Strategies(lists, portal.memberships, TestTreatments.entries(portal), treatments, portal.rights);
        Customer eve = portal.customers.findByRef(portal.vertical, "eve").orElseThrow();
        StrategyPanel panel = new StrategyPanel(strategies, lists, TestTreatments.holdouts(portal));
        assertThat(text(panel, eve))
                .contains(
                        "Treated as model.pyramid.segment.platinum because it ranks before model.life_cycle.segment.new.");

        List<SegmentName> seen = treatments.order("shop");
        treatments.set("shop", seen, seen.reversed());
        assertThat(text(panel, eve))
                .contains(
                        "Treated as model.life_cycle.segment.new because it ranks before model.pyramid.segment.platinum.");
    }

    private String text(StrategyPanel panel, Customer customer) {
        return panel.create(portal.vertical, customer)
                .orElseThrow()
                .getElement()
                .getTextRecursively();
    }

    private TreatmentOrderView open() {
        TreatmentOrderView view = new TreatmentOrderView(
                portal.verticals,
                portal.rights,
                new Announcements(),
                treatments,
                new Segments(portal.snapshots, portal.overrides, portal.rights),
                TestWords.of(portal));
        UI.getCurrent().removeAll();
        TestNavigation.open(view, "shop", "v/shop/strategies/order");
        return view;
    }
}

package org.clientele.loyalty.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationEvent;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouteParameters;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.access.Role;
import org.clientele.common.Jobs;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.common.ui.TestUi;
import org.clientele.customer.Customer;
import org.clientele.frontend.Banner;
import org.clientele.frontend.EmptyState;
import org.clientele.loyalty.LoyaltyPortal;
import org.clientele.loyalty.MemberTier;
import org.clientele.loyalty.PointsEntry;
import org.clientele.loyalty.Reward;
import org.clientele.plugin.ui.VerticalPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoyaltyScreensTest {
    private final LoyaltyPortal portal = new LoyaltyPortal(TestDatabase.Kind.HSQLDB);
    private final LoyaltyServices services = new LoyaltyServices(
            portal.programmes,
            portal.points,
            portal.adjustments,
            portal.shop.views,
            portal.following(new Jobs(portal.shop.clock)),
            portal.shop.announcements,
            portal.shop.clock);

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldOfferToStartAProgrammeThatIsOff() {
        programme(Locale.ENGLISH);
        assertThat(text(_get(EmptyState.class))).contains("The programme is off");
        _click(_get(Button.class, spec -> spec.withText("Start the programme")));
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Member tiers")), "5 Ordinary");
        Button confirm = _get(
                _get(com.vaadin.flow.component.dialog.Dialog.class),
                Button.class,
                spec -> spec.withText("Start the programme"));
        _click(confirm);
        assertThat(text(_get(Banner.class))).contains("Tier 1 begins at 5 points");
        _setValue(
                _get(TextArea.class, spec -> spec.withLabel("Member tiers")),
                "0 Ordinary; Points\n200 Silver; Discount; Gift");
        _click(confirm);

        assertThat(portal.programmes.find("shop").orElseThrow().tiers())
                .extracting(MemberTier::fromPoints, MemberTier::name, MemberTier::benefits)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(0L, "Ordinary", "Points"),
                        org.assertj.core.api.Assertions.tuple(200L, "Silver", "Discount\nGift"));
    }

    @Test
    void shouldTellStaffWhoCanStartIt() {
        portal.become(Role.STAFF);
        programme(Locale.SIMPLIFIED_CHINESE);
        assertThat(text(_get(EmptyState.class))).contains("会员计划尚未启动", "可由顾问启动");
    }

    @Test
    void shouldShowAccountsTiersAndRewards() {
        portal.start();
        portal.bought("anna", LoyaltyPortal.TODAY, 20_000);
        portal.reward(40);
        portal.count();
        Component page = programme(Locale.ENGLISH);
        assertThat(text(page)).contains("Gift for 40", "40 points");
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            _find(AnswerPanel.class).forEach(AnswerPanel::refresh);
            return text(page).contains("Points held");
        });
        assertThat(text(page))
                .contains("200", "Silver", "1 member")
                .contains("Every account is what its entries add up to.");
    }

    @Test
    void shouldRedeemOnTheCustomersPageAndTakeItBackOnTheStatement() {
        portal.start();
        Customer anna = portal.shop.customer("anna", "Anna Berg", Map.of());
        Reward cup = portal.reward(40);
        portal.give(anna.id(), 100);
        TestUi.start(Locale.ENGLISH);
        Component panel =
                new LoyaltyPanel(services).create(portal.shop.vertical, anna).orElseThrow();
        UI.getCurrent().add(panel);
        assertThat(text(panel)).contains("100 points", "Ordinary", "Silver: 100 points to go");

        _click(_get(panel, Button.class, spec -> spec.withText("Redeem")));
        @SuppressWarnings("unchecked")
        Select<Reward> reward = (Select<Reward>) _get(Select.class, spec -> spec.withLabel("Reward"));
        _setValue(reward, cup);
        _click(_get(
                _get(com.vaadin.flow.component.dialog.Dialog.class), Button.class, spec -> spec.withText("Redeem")));
        assertThat(portal.balance(anna.id())).isEqualTo(60);

        Grid<PointsEntry> entries = statement(anna);
        assertThat(GridKt._size(entries)).isEqualTo(2);
        PointsEntry redeemed = GridKt._get(entries, 0);
        assertThat(redeemed.reason()).isEqualTo("Gift for 40");
        new PointsActs(services, words(), "shop", anna.id()).reverse(redeemed.id());
        assertThat(portal.balance(anna.id())).isEqualTo(100);
    }

    @Test
    void shouldAskForAReasonBeforePointsAreGiven() {
        portal.start();
        Customer anna = portal.shop.customer("anna", "Anna Berg", Map.of());
        TestUi.start(Locale.ENGLISH);
        new PointsActs(services, words(), "shop", anna.id()).adjust();
        _setValue(_get(IntegerField.class), 50);
        _click(_get(Button.class, spec -> spec.withText("Post")));
        assertThat(text(_get(Banner.class))).isEqualTo("Say why points are given or taken.");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Reason")), "Birthday");
        _click(_get(Button.class, spec -> spec.withText("Post")));
        assertThat(portal.balance(anna.id())).isEqualTo(50);
    }

    @Test
    void shouldWriteAStatementThatNoSpreadsheetTakesForAFormula() {
        portal.start();
        long anna = portal.customer("anna");
        portal.points.adjust("shop", anna, java.util.UUID.randomUUID(), 50, "=cmd()");
        String csv = new StatementCsv(words()).of(portal.points.entries("shop", anna, 10));
        assertThat(csv)
                .startsWith("\uFEFFDay,What,Reason,By,Points,Balance\r\n")
                .contains(",Given,'=cmd(),", ",50,50\r\n");
    }

    private LoyaltyWords words() {
        return new LoyaltyWords(portal.shop.vertical, Locale.ENGLISH, portal.shop.clock.getZone());
    }

    private Component programme(Locale locale) {
        TestUi.start(locale);
        return open(
                new LoyaltyView(portal.shop.verticals, portal.shop.rights, portal.shop.announcements, services),
                new RouteParameters("vertical", "shop"));
    }

    @SuppressWarnings("unchecked")
    private Grid<PointsEntry> statement(Customer customer) {
        TestUi.start(Locale.ENGLISH);
        StatementView view = new StatementView(
                portal.shop.verticals, portal.shop.rights, portal.shop.announcements, services, portal.shop.customers);
        open(view, new RouteParameters(Map.of("vertical", "shop", "customer", Long.toString(customer.id()))));
        return _get(Grid.class);
    }

    private static Component open(VerticalPage view, RouteParameters parameters) {
        UI ui = UI.getCurrent();
        NavigationEvent navigation = new NavigationEvent(
                ui.getInternals().getRouter(), new Location("v/shop/loyalty"), ui, NavigationTrigger.CLIENT_SIDE);
        view.beforeEnter(new BeforeEnterEvent(navigation, view.getClass(), parameters, List.of()));
        ui.add(view);
        return view;
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}

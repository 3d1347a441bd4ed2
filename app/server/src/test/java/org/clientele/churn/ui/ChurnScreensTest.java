package org.clientele.churn.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.access.persistence.UserDao;
import org.clientele.churn.ChurnRisk;
import org.clientele.churn.ChurnRisks;
import org.clientele.churn.KeepingCosts;
import org.clientele.churn.LossReason;
import org.clientele.churn.Losses;
import org.clientele.churn.WinBack;
import org.clientele.churn.persistence.KeepingCostDao;
import org.clientele.churn.persistence.LossDao;
import org.clientele.common.Jobs;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.common.ui.TestUi;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerLists;
import org.clientele.engine.model.ChurnResult;
import org.clientele.frontend.Banner;
import org.clientele.plugin.ui.TestNavigation;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.Segments;
import org.clientele.segment.ShopDefinition;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.clientele.strategy.Strategies;
import org.clientele.strategy.TestTreatments;
import org.clientele.worklist.NextActionKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChurnScreensTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private final Set<Long> leftOut = new HashSet<>();
    private ShopPortal shop;
    private ChurnServices services;
    private Customer risky;

    @BeforeEach
    void start() {
        shop = ShopPortal.of(
                TestDatabase.Kind.HSQLDB,
                ShopDefinition.withChurn(),
                new Texts.Bundles(Map.of("en", Map.of(), "zh-CN", Map.of())));
        long user = new UserDao(shop.database.jdbi()).insert("li.na", "Li Na", Set.of(), shop.clock.instant());
        shop.rights.become(TestRights.user(user, new Grant(Role.MANAGER, Grant.EVERYWHERE)));
        fill();
        Losses losses = new Losses(
                new LossDao(shop.database.jdbi()), shop.own, shop.rights, shop.audit, shop.announcements, shop.clock);
        KeepingCosts costs = new KeepingCosts(new KeepingCostDao(shop.database.jdbi()), shop.rights, shop.audit);
        CustomerLists lists = new CustomerLists(shop.snapshots, shop.rights, shop.audit);
        services = new ChurnServices(
                new ChurnRisks(shop.snapshots, losses, costs, vertical -> leftOut, shop.rights, new Jobs(shop.clock)),
                losses,
                costs,
                new Strategies(
                        lists, shop.memberships, TestTreatments.entries(shop), TestTreatments.of(shop), shop.rights),
                shop.rights,
                shop.announcements,
                shop.clock);
        risky = riskiest();
        TestUi.start(Locale.ENGLISH);
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        shop.close();
    }

    /** Who buys often seldom stays away for long. */
    private void fill() {
        Random random = new Random(5);
        List<Purchase> purchases = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            int count = 1 + random.nextInt(6);
            boolean away = random.nextDouble() < 0.9 - 0.14 * count;
            for (int purchase = 0; purchase < count; purchase++) {
                purchases.add(new Purchase("C" + i, DAY.minusDays((away ? 200 : 0) + 10L * purchase), 1_000));
            }
        }
        shop.purchases(purchases);
    }

    private Customer riskiest() {
        ChurnResult result = (ChurnResult) shop.snapshot().model("risk");
        int best = 0;
        for (int place = 1; place < shop.snapshot().customers().size(); place++) {
            best = result.probability(place) > result.probability(best) || Double.isNaN(result.probability(best))
                    ? place
                    : best;
        }
        return shop.customers
                .find(shop.vertical, shop.snapshot().customers().id(best))
                .orElseThrow();
    }

    @Test
    void shouldListValueAtRiskBesideTheCostOfKeeping() {
        String page = list("");
        assertThat(page)
                .contains("Value at risk", "not known", "The probability is what the churn model learnt")
                .contains(risky.title());
        services.costs().set(shop.vertical, 250L);
        assertThat(list("?worth=yes")).contains("2.50").doesNotContain("not known");
        assertThat(list("?least=75&signal=dissatisfied")).contains("Nobody so is at risk");
    }

    @Test
    void shouldLeaveOutWhoIsLostAndWhoWantsNoPersonalTreatment() {
        ChurnRisk risk = services.risks().of(shop.vertical, risky.id()).orElseThrow();
        assertThat(risk.probability()).isGreaterThan(0.5);
        leftOut.add(risky.id());
        assertThat(list("")).doesNotContain(risky.title() + "silent", "\"" + risky.title() + "\"");
        leftOut.clear();
        services.losses().record(shop.vertical, risky.id(), DAY, LossReason.PRICE, 1_200L, "");
        assertThat(services.risks().of(shop.vertical, risky.id())).isEmpty();
    }

    @Test
    void shouldSayTheDangerOnTheCustomersPage() {
        ChurnAction source = new ChurnAction(
                services.risks(),
                shop.customers,
                new Segments(shop.snapshots, shop.overrides, shop.rights),
                shop.rights,
                shop.clock);
        assertThat(source.next(shop.vertical, risky.id(), Locale.ENGLISH))
                .singleElement()
                .satisfies(action -> {
                    assertThat(action.kind()).isEqualTo(NextActionKind.CHURN);
                    assertThat(action.item().title()).startsWith("Danger of loss: ");
                    assertThat(action.item().text()).startsWith("Risk of leaving ");
                });
    }

    @Test
    void shouldRecordALossOnTheCustomersPageAndUndoIt() {
        Component panel = new LossPanel(services).create(shop.vertical, risky).orElseThrow();
        UI.getCurrent().add(panel);
        assertThat(text(panel)).contains("Not recorded as lost.");
        _click(_get(Button.class, spec -> spec.withText("Record the loss…")));
        _click(_get(Button.class, spec -> spec.withText("Record")));
        assertThat(text(_get(Banner.class))).isEqualTo("Choose a reason and a day.");
        @SuppressWarnings("unchecked")
        Select<LossReason> reason = _get(Select.class, spec -> spec.withLabel("Reason"));
        reason.setValue(LossReason.SERVICE);
        _setValue(_get(BigDecimalField.class), new BigDecimal("99.50"));
        _click(_get(Button.class, spec -> spec.withText("Record")));
        assertThat(text(panel)).contains("Service · lost on 1 Mar 2026", "99.50", "recorded by Li Na");
        _click(_get(Button.class, spec -> spec.withText("Undo")));
        assertThat(text(panel)).contains("Not recorded as lost.");
    }

    @Test
    void shouldProposeThatACustomerWhoBuysAgainIsWonBack() {
        services.losses().record(shop.vertical, risky.id(), DAY.minusYears(5), LossReason.PRICE, 1_200L, "");
        Component panel = new LossPanel(services).create(shop.vertical, risky).orElseThrow();
        UI.getCurrent().add(panel);
        assertThat(text(panel)).contains("Active again since");

        _click(_get(Button.class, spec -> spec.withText("Won back…")));
        assertThat(_get(BigDecimalField.class).getValue()).isEqualByComparingTo("12.00");
        _click(_get(Button.class, spec -> spec.withText("Record")));
        assertThat(text(panel)).contains("Won back on", "$12 expected a year").doesNotContain("Active again since");
        assertThat(services.losses()
                        .ofCustomer(shop.vertical, risky.id())
                        .getFirst()
                        .won())
                .isNotNull();
        _click(_get(Button.class, spec -> spec.withText("Not won back")));
        assertThat(text(panel)).contains("Active again since");
    }

    @Test
    void shouldReportLossesByReasonMonthByMonth() {
        assertThat(losses(Locale.ENGLISH)).contains("No loss is recorded in this time");
        services.losses().record(shop.vertical, risky.id(), DAY, LossReason.PRICE, 1_200L, "");
        services.losses().record(shop.vertical, risky.id(), DAY.plusDays(3), LossReason.MOVED, null, "");
        assertThat(losses(Locale.ENGLISH))
                .containsSubsequence(
                        "Whole period",
                        "Price",
                        "12.00",
                        "All",
                        "2",
                        "Feb 2026",
                        "Moved away",
                        "not known",
                        "Jan 2026");
        assertThat(losses(Locale.SIMPLIFIED_CHINESE)).containsSubsequence("整个期间", "价格", "合计");
    }

    @Test
    void shouldNotReadMoneyThatIsNotKnownAsNone() {
        long loss = services.losses().record(shop.vertical, risky.id(), DAY, LossReason.MOVED, null, "");
        services.losses().winBack(shop.vertical, risky.id(), loss, new WinBack(DAY.plusDays(3), null, ""));
        assertThat(losses(Locale.ENGLISH)).contains("not known").doesNotContain("0.00");
        assertThat(losses(Locale.SIMPLIFIED_CHINESE)).contains("未知").doesNotContain("0.00");
    }

    private String losses(Locale locale) {
        TestUi.stop();
        TestUi.start(locale);
        LossesView view = new LossesView(shop.verticals, shop.rights, shop.announcements, services);
        TestNavigation.open(view, "shop", "v/shop/churn/losses");
        return text(view);
    }

    private String list(String parameters) {
        UI.getCurrent().removeAll();
        ChurnView view = new ChurnView(shop.verticals, shop.rights, shop.announcements, services);
        TestNavigation.open(view, "shop", "v/shop/churn" + parameters);
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            _find(AnswerPanel.class).forEach(AnswerPanel::refresh);
            return text(view).contains("Customers at risk")
                    && (text(view).contains("Value at risk") && text(view).contains("Cost to keep them all")
                            || text(view).contains("Nobody so"));
        });
        return text(view);
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}

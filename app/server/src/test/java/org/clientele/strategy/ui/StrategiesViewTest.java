package org.clientele.strategy.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerLists;
import org.clientele.engine.column.Value;
import org.clientele.frontend.Card;
import org.clientele.frontend.EmptyState;
import org.clientele.plugin.ui.TestNavigation;
import org.clientele.segment.Segments;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.clientele.strategy.Strategies;
import org.clientele.strategy.TaskPortal;
import org.clientele.strategy.TestTreatments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StrategiesViewTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private ShopPortal portal = ShopPortal.power(TestDatabase.Kind.HSQLDB);

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldShowRelationshipPlaysAndProgramme() {
        StrategiesView view = open(Locale.ENGLISH, "v/shop/strategies");

        Card first = card("First grade");
        assertThat(text(first))
                .containsSubsequence(
                        "No customers",
                        "Never lose supply",
                        "Proactive",
                        "level 4 of 5 · we call with improvements",
                        "Inspect together",
                        "Welcome call",
                        "Social",
                        "on entering the segment · whoever looks after the customer",
                        "Introduce the manager.",
                        "Renewal talk",
                        "30 days before “Contract end”, every year",
                        "Source: House rules");
        assertThat(_find(first, Span.class, spec -> spec.withClasses("relationship-reached")))
                .hasSize(4);
        assertThat(text(card("Second grade"))).contains("Keep supply steady").doesNotContain("level");
        assertThat(text(view))
                .containsSubsequence(
                        "Member programme",
                        "Each $1 of “Purchase” earns 1 point.",
                        "Silver",
                        "every member",
                        "Monthly letter",
                        "Gold",
                        "from 1,000 points",
                        "Own agent",
                        "Birthday gift");
    }

    @Test
    void shouldSayWhatIsAtStakeAndLeadToTheCustomers() throws Exception {
        portal.close();
        portal = ShopPortal.empty(TestDatabase.Kind.HSQLDB);
        portal.purchases(List.of(
                new Purchase("anna", DAY.minusDays(200), 10_000),
                new Purchase("anna", DAY, 12_000),
                new Purchase("ben", DAY.minusDays(10), 3_000)));
        StrategiesView view = open(Locale.ENGLISH, "v/shop/strategies?model=pyramid&segment=lead");

        assertThat(text(view)).contains("strategy.pyramid.platinum.goal", "One customer · $220");
        assertThat(_find(EmptyState.class)).isEmpty();
        assertThat(_get(Card.class, spec -> spec.withClasses("card-selected")).getId())
                .hasValue("strategy-lead");
    }

    @Test
    void shouldShowACustomersPlaysWithTheirDays() {
        TestUi.start(Locale.ENGLISH);
        Customer vital = portal.customer(
                "1",
                "North Store",
                Map.of(
                        "demand", new Value.Text("vital"),
                        "contract_end", new Value.Date(LocalDate.of(2026, 4, 10))));
        portal.snapshots.reload("shop");
        CustomerLists lists = new CustomerLists(portal.snapshots, portal.rights, portal.audit);
        StrategyPanel panel = new StrategyPanel(
                new Strategies(
                        lists,
                        portal.memberships,
                        TestTreatments.entries(portal),
                        TestTreatments.of(portal),
                        portal.rights),
                lists,
                TestTreatments.holdouts(portal));

        Component card = panel.create(portal.vertical, vital).orElseThrow();
        UI.getCurrent().add(card);

        assertThat(text(card))
                .containsSubsequence(
                        "What to do: First grade",
                        "Never lose supply",
                        "Welcome call",
                        "11 Mar 2026, in 10 days",
                        "Renewal talk");
        Customer none = portal.customer("2", "Kiosk", Map.of());
        portal.snapshots.reload("shop");
        assertThat(panel.create(portal.vertical, none)).isEmpty();
    }

    @Test
    void shouldSpeakChinese() {
        assertThat(text(open(Locale.SIMPLIFIED_CHINESE, "v/shop/strategies")))
                .contains("关系策略", "能动型", "关系水平 4/5 · 经常联系，提出改进建议", "社交层次", "会员计划", "“购电”每 $1 积 1 分。");
    }

    private StrategiesView open(Locale locale, String address) {
        TestUi.start(locale);
        TaskPortal tasks = TaskPortal.over(portal);
        StrategiesView view = new StrategiesView(
                portal.verticals,
                portal.rights,
                portal.announcements,
                new Segments(portal.snapshots, portal.overrides, portal.rights),
                tasks.runs,
                tasks.versions,
                tasks.settings,
                TestWords.of(portal));
        TestNavigation.open(view, "shop", address);
        return view;
    }

    private static Card card(String title) {
        return _get(Card.class, spec -> spec.withPredicate(card -> text(card).startsWith(title)));
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}

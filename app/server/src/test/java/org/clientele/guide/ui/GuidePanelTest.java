package org.clientele.guide.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.ComboBoxKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.notification.Notification;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerLists;
import org.clientele.engine.column.Value;
import org.clientele.guide.GuideText;
import org.clientele.guide.GuideTexts;
import org.clientele.guide.Guides;
import org.clientele.guide.GuidesChanged;
import org.clientele.guide.persistence.GuideTextDao;
import org.clientele.plugins.api.GuideDefinition;
import org.clientele.segment.ShopPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuidePanelTest {
    private ShopPortal portal;
    private GuidePanel panel;

    @BeforeEach
    void start() {
        portal = ShopPortal.power(TestDatabase.Kind.HSQLDB);
        CustomerLists lists = new CustomerLists(portal.snapshots, portal.rights, portal.audit);
        panel = new GuidePanel(
                new Guides(portal.verticals, lists, portal.customers, portal.rights), texts(), portal.announcements);
        TestUi.start(Locale.ENGLISH);
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldShowSignsAdviceAndSourceOfWhatApplies() {
        show(customer(Map.of("age", new Value.Whole(70), "temperament", new Value.Text("slow"))));

        assertThat(_get(GuidePicker.class).getValue().id()).isEqualTo("slow");
        assertThat(text(_get(GuideCard.class)))
                .containsSubsequence(
                        "How to talk with them",
                        "Temperament",
                        "Compares everything twice.",
                        "Be patient.",
                        "Guide to the best fit.",
                        "Source: House rules",
                        "Age",
                        "Older customer",
                        "Speak clearly.")
                .doesNotContain("Serve fast.");
    }

    @Test
    void shouldFindACardByWhatOneNotices() {
        show(customer(Map.of()));

        assertThat(suggested("clock")).containsExactly("impatient");
        assertThat(suggested("PATIEN")).containsExactly("impatient", "slow");
        assertThat(suggested("")).hasSize(3);
    }

    @Test
    void shouldSetTheChoiceAndOfferToTakeItBack() {
        Customer customer = customer(Map.of());
        show(customer);
        GuidePicker picker = _get(GuidePicker.class);

        picker.setValue(picker.getListDataView().getItem(1));
        assertThat(stored(customer).attribute("temperament")).isEqualTo(new Value.Text("slow"));
        assertThat(text(_get(Notification.class))).contains("Temperament: Slow");

        _click(_get(Button.class, spec -> spec.withText("Undo")));
        assertThat(stored(customer).attribute("temperament")).isEqualTo(Value.MISSING);
    }

    @Test
    void shouldFollowWhatSomebodyElseChoseWithoutChoosingAgain() {
        Customer customer = customer(Map.of());
        GuideCard card = show(customer);
        Customer changed =
                portal.customers.setAttribute(portal.vertical, customer.id(), "temperament", new Value.Text("silent"));
        int recorded = portal.audit.actions().size();
        GuidePicker picker = _get(GuidePicker.class);

        card.show(changed);

        assertThat(_get(GuidePicker.class)).isSameAs(picker);
        assertThat(picker.getValue().id()).isEqualTo("silent");
        assertThat(text(card)).contains("Watch the face.");
        assertThat(portal.audit.actions()).hasSize(recorded);
    }

    @Test
    void shouldReadAtOnceAsSomebodyWordsACardElsewhere() {
        GuideCard card = show(customer(Map.of("temperament", new Value.Text("slow"))));
        GuidePicker picker = _get(GuidePicker.class);

        wordElsewhere();

        assertThat(text(card)).contains("Takes a seat first.", "Offer tea.").doesNotContain("Be patient.");
        assertThat(_get(GuidePicker.class)).isSameAs(picker);
        assertThat(suggested("seat")).containsExactly("slow");
    }

    @Test
    void shouldStopListeningWithItsPage() {
        GuideCard card = show(customer(Map.of("temperament", new Value.Text("slow"))));
        card.removeFromParent();

        wordElsewhere();

        assertThat(text(card)).contains("Be patient.");
    }

    @Test
    void shouldOnlyShowToThoseWhoMayNotEdit() {
        Customer customer = customer(Map.of("temperament", new Value.Text("slow")));
        portal.rights.limit((permission, vertical) ->
                permission == Permission.EDIT_CUSTOMER ? EnumSet.of(Role.ADMINISTRATOR) : permission.roles());
        portal.rights.become(TestRights.of(Role.STAFF).user());

        GuideCard card = show(customer);

        _assertNone(GuidePicker.class);
        assertThat(text(card)).containsSubsequence("Temperament", "Slow", "Be patient.");
    }

    @Test
    void shouldSayInOneLineWhatMattersWhileAContactIsWrittenElsewhere() {
        Details brief = (Details) panel.brief(
                        portal.vertical,
                        customer(Map.of("temperament", new Value.Text("slow"), "demand", new Value.Text("vital"))))
                .orElseThrow();

        assertThat(brief.getSummaryText()).isEqualTo("Slow: Be patient. · Vital customer: Call back within the hour.");
        assertThat(brief.isOpened()).isFalse();
        assertThat(panel.brief(portal.vertical, customer(Map.of()))).isEmpty();
    }

    @Test
    void shouldSayWhatTheConsultantsWrote() {
        texts().write("shop", "slow", Locale.ENGLISH, new GuideText("Takes a seat first.", "Offer tea."));
        Customer customer = customer(Map.of("temperament", new Value.Text("slow")));

        show(customer);

        assertThat(text(_get(GuideCard.class)))
                .containsSubsequence("Takes a seat first.", "Offer tea.", "Worded here, after: House rules")
                .doesNotContain("Be patient.");
        assertThat(((Details) panel.brief(portal.vertical, customer).orElseThrow()).getSummaryText())
                .isEqualTo("Slow: Offer tea.");
    }

    /** Returns when everybody who listens was told. */
    private void wordElsewhere() {
        AtomicBoolean told = new AtomicBoolean();
        portal.announcements.listen(GuidesChanged.class, change -> told.set(true));
        texts().write("shop", "slow", Locale.ENGLISH, new GuideText("Takes a seat first.", "Offer tea."));
        await().untilTrue(told);
        MockVaadin.clientRoundtrip(true);
    }

    private GuideTexts texts() {
        return new GuideTexts(
                new GuideTextDao(portal.database.jdbi()),
                portal.verticals,
                portal.rights,
                portal.audit,
                portal.announcements,
                portal.clock);
    }

    private GuideCard show(Customer customer) {
        Component card = panel.create(portal.vertical, customer).orElseThrow();
        UI.getCurrent().add(card);
        return (GuideCard) card;
    }

    private List<String> suggested(String typed) {
        GuidePicker picker = _get(GuidePicker.class);
        ComboBoxKt.setUserInput(picker, typed);
        return ComboBoxKt.getSuggestionItems(picker).stream()
                .map(GuideDefinition.class::cast)
                .map(GuideDefinition::id)
                .toList();
    }

    private Customer customer(Map<String, Value> attributes) {
        Customer customer = portal.customer("C" + System.nanoTime(), "Chen", attributes);
        portal.snapshots.reload("shop");
        return customer;
    }

    private Customer stored(Customer customer) {
        return portal.customers.find(portal.vertical, customer.id()).orElseThrow();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}

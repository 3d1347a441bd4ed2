package org.clientele.worklist.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static com.github.mvysny.kaributesting.v10.ShortcutsKt._fireShortcut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.clientele.access.User;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.ActDialog;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.common.ui.TestUi;
import org.clientele.customer.CustomerLists;
import org.clientele.customer.CustomerSearch;
import org.clientele.customer.ui.CustomerBeside;
import org.clientele.interaction.ui.ContactAids;
import org.clientele.interaction.ui.InteractionNavigation;
import org.clientele.plugin.ui.TestNavigation;
import org.clientele.worklist.WorklistPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorklistViewTest {
    private WorklistPortal portal;

    @BeforeEach
    void start() {
        portal = WorklistPortal.open(TestDatabase.Kind.HSQLDB);
        TestUi.start(Locale.ENGLISH);
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldListWhatIsOverdueDueTodayAndComingWithTheCustomerBeside() {
        portal.contacts.log(portal.anna, "Late delivery", portal.today.minusDays(2));
        portal.contacts.log(portal.anna, "Catalogue", portal.today);
        portal.contacts.log(portal.anna, "Renewal", portal.today.plusDays(14));
        portal.contacts.log(portal.anna, "Far away", portal.today.plusDays(15));
        portal.errand(1, portal.today);
        WorklistView view = open("");
        assertThat(text(view))
                .contains("1 overdue, 2 today, 1 in the next 14 days")
                .containsSubsequence("Overdue", "Late delivery", "2 days overdue · Li Na");
        assertThat(text(_get(WorkRows.class)))
                .containsSubsequence("Overdue", "Late delivery", "Today", "Errand 1", "Catalogue", "Coming", "Renewal")
                .doesNotContain("Far away");
        assertThat(text(_get(WorkDetail.class))).contains("Late delivery", "Anna", "Hand over");
    }

    @Test
    void shouldFilterAndGroupByTheAddress() {
        portal.contacts.log(portal.anna, "Late delivery", portal.today.minusDays(2));
        portal.errand(1, portal.today);
        portal.errand(2, portal.today.minusDays(1));
        open("?when=overdue&group=kind&whose=all");
        assertThat(text(_get(WorkRows.class)))
                .containsSubsequence("Errands", "Errand 2", "Follow-ups", "Late delivery")
                .doesNotContain("Errand 1");
        open("?kind=errand&whose=free");
        assertThat(text(_get(WorkRows.class))).contains("Errand 1").doesNotContain("Late delivery");
    }

    @Test
    void shouldWorkThroughTheListByKeys() {
        portal.errand(1, portal.today.minusDays(1));
        portal.errand(2, portal.today);
        portal.errand(3, portal.today);
        open("?kind=errand");
        press(Key.KEY_J);
        assertThat(chosen()).isEqualTo("Errand 2");
        press(Key.KEY_D);
        assertThat(_get(RadioButtonGroup.class, spec -> spec.withLabel("Outcome")))
                .isNotNull();
        _setValue(_get(TextField.class, spec -> spec.withLabel("Note (optional)")), "all said");
        _click(_get(Button.class, spec -> spec.withText("Done").withPredicate(b -> isIn(b, ActDialog.class))));
        assertThat(chosen()).as("the next of the same list").isEqualTo("Errand 3");
        assertThat(portal.errands.open).hasSize(2);

        press(Key.KEY_U);
        assertThat(portal.errands.open).hasSize(3);
        press(Key.KEY_K);
        press(Key.KEY_K);
        assertThat(chosen()).isEqualTo("Errand 1");
        press(Key.KEY_C);
        assertThat(portal.errands.open).extracting("title").doesNotContain("Errand 1");
    }

    @Test
    void shouldHandOverToAColleagueWithANote() {
        portal.contacts.log(portal.anna, "Catalogue", portal.today);
        open("");
        press(Key.KEY_H);
        @SuppressWarnings("unchecked")
        ComboBox<User> person = _get(ComboBox.class, spec -> spec.withLabel("To whom"));
        person.setValue(portal.colleagues.in("shop").stream()
                .filter(user -> user.id() == portal.wang)
                .findFirst()
                .orElseThrow());
        _setValue(_get(TextField.class, spec -> spec.withLabel("Note (optional)")), "knows her");
        _click(_get(Button.class, spec -> spec.withText("Hand over").withPredicate(b -> isIn(b, ActDialog.class))));
        assertThat(text(_get(WorkRows.class))).doesNotContain("Catalogue");
        open("?whose=" + portal.wang);
        assertThat(text(_get(WorkDetail.class))).contains("Li Na handed it over to Wang Wei", "knows her");
    }

    @Test
    void shouldReadOnWhenTheEndOfThePageIsReached() {
        for (int errand = 1; errand <= WorklistView.PAGE + 5; errand++) {
            portal.errand(errand, portal.today);
        }
        open("");
        WorkRows rows = _get(WorkRows.class);
        assertThat(rows.size()).isEqualTo(WorklistView.PAGE);
        rows.choose(WorklistView.PAGE - 1);
        press(Key.ARROW_DOWN);
        assertThat(rows.size()).isEqualTo(WorklistView.PAGE + 5);
        assertThat(chosen()).isEqualTo("Errand " + (WorklistView.PAGE + 1));
    }

    @Test
    void shouldOpenTheEntryOverTheListAndShowTheKeys() {
        portal.errand(1, portal.today);
        WorklistView view = open("");
        press(Key.ENTER);
        assertThat(view.getElement().getOuterHTML()).contains("desk-open");
        _click(_get(Button.class, spec -> spec.withText("Back to the list")));
        assertThat(view.getElement().getOuterHTML()).doesNotContain("desk-open");
        _click(_get(Button.class, spec -> spec.withText("?")));
        assertThat(text(_get(KeysDialog.class))).contains("Hand over with a note");
    }

    @Test
    void shouldSayThatThereIsNothingAndFollowWhatHappensElsewhere() {
        WorklistView view = open("");
        assertThat(text(view)).contains("Nothing to do");
        portal.contacts.log(portal.anna, "Call back about the price", portal.today);
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            MockVaadin.clientRoundtrip(false);
            return text(view).contains("Call back about the price");
        });
    }

    @Test
    void shouldShowManagersTheLoadOfTheTeam() {
        portal.contacts.log(portal.anna, "Late delivery", portal.today.minusDays(9));
        portal.becomeManager();
        TeamView view = new TeamView(
                portal.shop.verticals,
                portal.shop.rights,
                portal.shop.announcements,
                portal.worklist,
                portal.colleagues);
        TestNavigation.open(view, "shop", "v/shop/worklist/team");
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            _find(AnswerPanel.class).forEach(AnswerPanel::refresh);
            return text(view).contains("Li Na");
        });
        assertThat(text(view)).containsSubsequence("Li Na", "1", "1", "1", "0", "20 Feb 2026");
    }

    private static void press(Key key) {
        _fireShortcut(_get(WorkRows.class), key);
    }

    private static String chosen() {
        return _get(WorkRows.class).chosen().orElseThrow().title();
    }

    private WorklistView open(String parameters) {
        CustomerLists lists = new CustomerLists(portal.shop.snapshots, portal.shop.rights, portal.shop.audit);
        CustomerBeside beside = new CustomerBeside(
                List.of(),
                List.of(),
                portal.shop.customers,
                lists,
                portal.colleagues,
                portal.shop.verticals,
                portal.shop.clock);
        WorklistView view = new WorklistView(
                portal.shop.verticals,
                portal.shop.rights,
                portal.shop.announcements,
                portal.worklist,
                portal.shop.views,
                portal.colleagues,
                beside,
                new InteractionNavigation(
                        portal.contacts.service(),
                        new CustomerSearch(portal.shop.snapshots, portal.shop.rights),
                        beside,
                        List.of(),
                        new ContactAids(portal.worklist, List.of(), portal.shop.verticals),
                        portal.shop.rights,
                        portal.shop.clock),
                portal.shop.clock);
        TestNavigation.open(view, "shop", "v/shop/worklist" + parameters);
        return view;
    }

    private static boolean isIn(Component part, Class<?> type) {
        return part.getParent()
                .map(parent -> type.isInstance(parent) || isIn(parent, type))
                .orElse(false);
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}

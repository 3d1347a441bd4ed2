package org.clientele.interaction.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.ComboBoxKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.access.Colleagues;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.access.persistence.UserDao;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.common.ui.Translations;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerHit;
import org.clientele.customer.CustomerLists;
import org.clientele.customer.CustomerSearch;
import org.clientele.customer.TimelineEntry;
import org.clientele.customer.ui.CustomerBeside;
import org.clientele.interaction.FollowUps;
import org.clientele.interaction.Interaction;
import org.clientele.interaction.TestContacts;
import org.clientele.interaction.persistence.FollowUpDao;
import org.clientele.segment.ShopPortal;
import org.clientele.worklist.WorkItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InteractionPanelTest {
    private ShopPortal portal;
    private TestContacts contacts;
    private Customer anna;

    @BeforeEach
    void start() {
        portal = ShopPortal.empty(TestDatabase.Kind.HSQLDB);
        anna = portal.customer("anna", "Anna", Map.of());
        contacts = TestContacts.open(portal);
        TestUi.start(Locale.ENGLISH);
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldLogAContactByTypingAndOneClick() {
        compose();
        _setValue(subject(), "Asked about the catalogue");
        _click(save());
        assertThat(contacts.service().ofCustomer("shop", anna.id(), 10))
                .extracting(contact -> contact.data().subject())
                .containsExactly("Asked about the catalogue");
        assertThat(subject().getValue()).as("ready for the next one").isEmpty();
    }

    @Test
    void shouldFinishWorkInTheSameStep() {
        Interaction before = contacts.log(anna.id(), "Send the catalogue", LocalDate.now(portal.clock));
        compose();
        _setValue(subject(), "Catalogue sent");
        @SuppressWarnings("unchecked")
        Select<WorkItem> finishes = _get(
                Select.class,
                spec -> spec.withPredicate(select ->
                        select.getAriaLabel().filter("Finishes a task"::equals).isPresent()));
        finishes.setValue(finishes.getListDataView().getItem(0));
        _click(save());
        assertThat(contacts.service().get("shop", before.id()).isOpen()).isFalse();
        assertThat(finishes.isVisible()).as("nothing is left to finish").isFalse();
    }

    @Test
    void shouldBeginWithATemplate() {
        compose();
        @SuppressWarnings("unchecked")
        ComboBox<ContactTemplates.Template> template = _get(ComboBox.class);
        template.setValue(template.getListDataView().getItem(0));
        assertThat(subject().getValue()).isEqualTo("Catalogue");
        _click(save());
        assertThat(newest().data().notes()).isEqualTo("It was sent on Monday.");
    }

    /** Each stroke is what a person presses besides the text of name, subject and notes. */
    @Test
    void shouldTakeEightKeyStrokesBesidesTextAtMost() {
        InteractionNavigation navigation = navigation();
        int strokes = 2;
        navigation.logContact("shop");
        @SuppressWarnings("unchecked")
        ComboBox<CustomerHit> customer = _get(ComboBox.class, spec -> spec.withLabel("Customer"));
        ComboBoxKt.setUserInput(customer, "ann");
        List<CustomerHit> found = ComboBoxKt.getSuggestionItems(customer);
        assertThat(found)
                .extracting(CustomerHit::ref)
                .as("the best hit is the first")
                .startsWith("anna");
        strokes += 2;
        customer.setValue(found.getFirst());
        _setValue(subject(), "Asked about the catalogue");
        strokes += 1;
        _setValue(_get(TextArea.class), "Sent on Monday");
        strokes += 2;
        _click(save());
        assertThat(newest().data().subject()).isEqualTo("Asked about the catalogue");
        assertThat(strokes)
                .as("Alt and N, arrow down and Enter on the customer, Tab to the notes, Ctrl and Enter")
                .isLessThanOrEqualTo(8);
    }

    private InteractionNavigation navigation() {
        portal.snapshots.reload("shop");
        CustomerBeside beside = new CustomerBeside(
                List.of(),
                List.of(),
                portal.customers,
                new CustomerLists(portal.snapshots, portal.rights, portal.audit),
                new Colleagues(new UserDao(portal.database.jdbi()), portal.rights),
                portal.verticals,
                portal.clock);
        return new InteractionNavigation(
                contacts.service(),
                new CustomerSearch(portal.snapshots, portal.rights),
                beside,
                List.of(),
                aids(),
                portal.rights,
                portal.clock);
    }

    @Test
    void shouldSayWhomTheContactIsWith() {
        navigation().logContact("shop", anna.id());

        assertThat(_get(Dialog.class).getHeaderTitle()).isEqualTo("Log a contact: " + anna.title());
    }

    @Test
    void shouldSayBesideTheSubjectThatItIsMissing() {
        compose();
        _click(save());
        assertThat(subject().isInvalid()).isTrue();
        assertThat(subject().getErrorMessage()).isEqualTo("Say in a few words what it was about.");
        assertThat(contacts.service().ofCustomer("shop", anna.id(), 10)).isEmpty();
    }

    @Test
    void shouldKeepWhatAContactSaidBeforeItWasEdited() {
        contacts.log(anna.id(), "Asked about the catalogue", null);
        showControls();
        _assertNone(Button.class, spec -> spec.withPredicate(button -> isCalled(button, "Earlier versions")));
        _click(control("Edit"));
        _setValue(subject(), "Asked about wholesale prices");
        _click(save());
        assertThat(newest().data().subject()).isEqualTo("Asked about wholesale prices");

        showControls();
        _click(control("Earlier versions"));
        assertThat(_get(HistoryDialog.class).getElement().getTextRecursively())
                .contains("Li Na changed this on", "Asked about the catalogue")
                .doesNotContain("wholesale");
    }

    @Test
    void shouldKeepTheDayFromWhichAFollowUpWasPutOff() {
        LocalDate today = LocalDate.now(portal.clock);
        Interaction contact = contacts.log(anna.id(), "Asked about the catalogue", today);
        contacts.service().postponeFollowUp("shop", contact, today.plusDays(1));
        showControls();
        _click(control("Earlier versions"));
        assertThat(_get(HistoryDialog.class).getElement().getTextRecursively())
                .contains("Li Na changed this on", "Follow up on Mar 1, 2026");
    }

    @Test
    void shouldOfferNothingToThoseWhoMayNotLogContacts() {
        contacts.log(anna.id(), "Asked about the catalogue", null);
        portal.rights.become(TestRights.user(2, new Grant(Role.STAFF, "elsewhere")));
        assertThat(panel().create(portal.vertical, anna)).isEmpty();
        assertThat(panel().actions(portal.vertical, anna, List.of())).isEmpty();
    }

    private void compose() {
        UI.getCurrent().add(panel().create(portal.vertical, anna).orElseThrow());
    }

    /** The controls of the one contact on the timeline. */
    private void showControls() {
        InteractionTimeline timeline = new InteractionTimeline(contacts.service(), new Translations(), portal.clock);
        List<TimelineEntry> entries =
                timeline.newest(portal.vertical, anna.id(), InteractionTimeline.KIND, 10, Locale.ENGLISH);
        UI.getCurrent().removeAll();
        UI.getCurrent()
                .add(panel().actions(portal.vertical, anna, entries)
                        .values()
                        .iterator()
                        .next());
    }

    private Interaction newest() {
        return contacts.service().ofCustomer("shop", anna.id(), 10).getFirst();
    }

    private InteractionPanel panel() {
        return new InteractionPanel(
                contacts.service(), aids(), portal.rights, portal.clock, new Translations(), List.of());
    }

    private ContactAids aids() {
        FollowUpWork followUps = new FollowUpWork(
                new FollowUps(new FollowUpDao(portal.database.jdbi(), portal.database.dialect()), portal.rights),
                contacts.service(),
                portal.rights,
                new Translations());
        ContactTemplates texts =
                (vertical, locale) -> List.of(new ContactTemplates.Template("Catalogue", "It was sent on Monday."));
        return TestAids.of(portal, List.of(followUps), List.of(texts));
    }

    private static TextField subject() {
        return _get(TextField.class, spec -> spec.withLabel("Subject"));
    }

    private static Button save() {
        return _get(Button.class, spec -> spec.withText("Save contact"));
    }

    private static Button control(String name) {
        return _get(Button.class, spec -> spec.withPredicate(button -> isCalled(button, name)));
    }

    private static boolean isCalled(Button button, String name) {
        return button.getAriaLabel().filter(name::equals).isPresent();
    }
}

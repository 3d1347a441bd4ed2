package org.clientele.interaction.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.common.ui.Translations;
import org.clientele.customer.Customer;
import org.clientele.customer.TimelineEntry;
import org.clientele.interaction.Interaction;
import org.clientele.interaction.TestContacts;
import org.clientele.segment.ShopPortal;
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
        contacts.service().postponeFollowUp("shop", contact.id(), today.plusDays(1));
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
        return new InteractionPanel(contacts.service(), portal.rights, portal.clock, new Translations(), List.of());
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

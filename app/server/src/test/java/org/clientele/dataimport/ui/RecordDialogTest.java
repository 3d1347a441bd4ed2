package org.clientele.dataimport.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.BigDecimalField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.activity.Activities;
import org.clientele.activity.ActivityEvent;
import org.clientele.activity.persistence.ActivityDao;
import org.clientele.common.Announcements;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.common.ui.Translations;
import org.clientele.customer.Customer;
import org.clientele.customer.TimelineEntry;
import org.clientele.dataimport.RecordedActivities;
import org.clientele.dataimport.persistence.RecordedActivityDao;
import org.clientele.frontend.Banner;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.reference.References;
import org.clientele.reference.persistence.ReferenceDao;
import org.clientele.segment.ShopPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recording a purchase on a customer's page, changing it, taking it away, and taking each of these back. */
class RecordDialogTest {
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 10);

    private final ShopPortal portal = ShopPortal.empty(TestDatabase.Kind.HSQLDB);
    private final ActivityDefinition purchase =
            Objects.requireNonNull(portal.vertical.definition().activity("purchase"));
    private final RecordedActivities recorded = new RecordedActivities(
            new RecordedActivityDao(portal.database.jdbi()),
            portal.customers,
            portal.single(),
            portal.rights,
            portal.audit,
            new Announcements(),
            portal.clock);
    private final RecordPanel panel = new RecordPanel(recorded, new Translations(), portal.clock);
    private Customer chen;

    @BeforeEach
    void start() {
        TestUi.start(Locale.ENGLISH);
        chen = portal.customer("1", "Chen", Map.of());
        portal.recompute.store(portal.snapshot(), () -> false);
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldRecordAPurchaseAndTakeItBack() {
        record("120.50");

        assertThat(events()).extracting(ActivityEvent::amountMinor).containsExactly(12_050L);
        assertThat(portal.memberships.history("shop", chen.id()))
                .extracting(membership -> membership.segment().segment())
                .contains("platinum");

        _click(button("Undo"));
        assertThat(events()).isEmpty();
    }

    @Test
    void shouldAskForWhatIsMissingAndForADayThatHasBeen() {
        open();
        _click(button("Record"));
        assertThat(_get(Banner.class).getElement().getTextRecursively()).contains("amount is missing");

        _setValue(amount(), new BigDecimal("5"));
        _setValue(_get(DatePicker.class), LocalDate.of(2027, 1, 1));
        _click(button("Record"));
        assertThat(_get(Banner.class).getElement().getTextRecursively()).contains("lies in the future");
        assertThat(events()).isEmpty();
    }

    @Test
    void shouldRecordTheVerySamePurchaseTwiceOnlyWhenAskedTo() {
        record("80");
        open();
        _setValue(_get(DatePicker.class), FEBRUARY);
        _setValue(amount(), new BigDecimal("80"));
        _click(button("Record"));
        assertThat(events()).hasSize(1);

        _click(button("Record it once more"));
        assertThat(events()).hasSize(2);
    }

    @Test
    void shouldChangeWhatWasRecorded() {
        record("80");
        pencil();
        assertThat(amount().getValue()).isEqualByComparingTo("80");
        _setValue(amount(), new BigDecimal("70"));
        _click(button("Save"));

        assertThat(events()).extracting(ActivityEvent::amountMinor).containsExactly(7_000L);
    }

    @Test
    void shouldTakeAwayWhatWasRecordedAndBringItBack() {
        record("80");
        pencil();
        _click(button("Take away"));
        assertThat(events()).isEmpty();

        _find(Button.class, spec -> spec.withText("Undo")).getLast().click();
        assertThat(events()).extracting(ActivityEvent::amountMinor).containsExactly(8_000L);
    }

    @Test
    void shouldOfferNothingToThoseWhoMayNotEditCustomers() {
        record("80");
        portal.rights.become(TestRights.user(7, new Grant(Role.STAFF, "another")));

        assertThat(panel.buttons(portal.vertical, chen)).isEmpty();
        assertThat(panel.actions(portal.vertical, chen, List.of())).isEmpty();
    }

    @Test
    void shouldLeaveImportedActivitiesAlone() {
        portal.database
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO %s (customer_id, happened_at, row_key, import_id) VALUES (?, ?, 1, 1)"
                                .formatted(portal.vertical
                                        .tables()
                                        .activity("purchase")
                                        .name()),
                        chen.id(),
                        FEBRUARY.atStartOfDay()));

        assertThat(panel.actions(portal.vertical, chen, entries())).isEmpty();
        _assertNone(Banner.class);
    }

    private void record(String amount) {
        open();
        _setValue(_get(DatePicker.class), FEBRUARY);
        _setValue(amount(), new BigDecimal(amount));
        _click(button("Record"));
    }

    private void open() {
        UI.getCurrent().add(panel.buttons(portal.vertical, chen).getFirst());
        _find(Button.class, spec -> spec.withText("Record activity")).getLast().click();
    }

    private void pencil() {
        UI.getCurrent()
                .add(panel.actions(portal.vertical, chen, entries())
                        .values()
                        .iterator()
                        .next());
        _click(_get(
                Button.class,
                spec -> spec.withPredicate(
                        button -> button.getAriaLabel().orElse("").equals("Change what was recorded"))));
    }

    private List<TimelineEntry> entries() {
        return events().stream()
                .map(event -> new TimelineEntry(
                        "activity-purchase", "row-" + event.row(), event.happenedAt(), "activity", null, "", ""))
                .toList();
    }

    private List<ActivityEvent> events() {
        return new Activities(
                        new ActivityDao(portal.database.jdbi(), portal.database.dialect()),
                        new References(
                                new ReferenceDao(portal.database.jdbi(), portal.database.dialect()), portal.rights),
                        portal.own,
                        portal.rights)
                .newest(portal.vertical, purchase, chen.id(), 10);
    }

    private static BigDecimalField amount() {
        return _find(BigDecimalField.class).getFirst();
    }

    private static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }
}

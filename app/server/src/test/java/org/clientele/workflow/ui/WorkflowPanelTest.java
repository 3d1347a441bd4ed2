package org.clientele.workflow.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.access.Role;
import org.clientele.common.ui.TestUi;
import org.clientele.common.ui.Translations;
import org.clientele.customer.Customer;
import org.clientele.customer.TimelineEntry;
import org.clientele.engine.column.Value;
import org.clientele.frontend.Banner;
import org.clientele.workflow.StepNote;
import org.clientele.workflow.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkflowPanelTest {
    private WorkflowPortal portal;

    @BeforeEach
    void start() {
        portal = new WorkflowPortal();
        TestUi.start(Locale.ENGLISH);
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldStartWithAProposalAndShowTheSteps() {
        CustomerWorkflows panel = show(portal.customer);
        assertThat(text(panel)).contains("Start a workflow", "Grading", "Would be proposed now: First grade");

        _click(button("Start"));
        _click(_find(Button.class, spec -> spec.withText("Start")).getLast());
        panel.show(portal.customer);

        assertThat(text(panel)).contains("since 1 Mar 2026", "Proposed", "First grade");
        assertThat(_find(ListItem.class))
                .extracting(WorkflowPanelTest::text)
                .containsExactly(
                        "Started1 Mar 2026 · Wang Qiang", "ProposeSupplier", "ApproveCity government", "FileRegulator");
        assertThat(_find(ListItem.class))
                .extracting(item -> item.getElement().getAttribute("aria-current"))
                .containsExactly(null, "step", null, null);
    }

    @Test
    void shouldAskForTheDocumentAndKeepWhatWasTyped() {
        portal.record(portal.start(), "");
        CustomerWorkflows panel = show(portal.customer);

        _click(button("Approve"));
        _setValue(_get(TextArea.class), "as proposed");
        _click(button("Record"));
        assertThat(text(_get(Banner.class))).contains("Give the number of the document");
        assertThat(_get(TextArea.class).getValue()).isEqualTo("as proposed");

        _setValue(_get(TextField.class, spec -> spec.withLabel("Number of the document")), "2026-14");
        _click(button("Record"));
        panel.show(portal.customer);

        assertThat(text(panel)).contains("1 Mar 2026 · Wang Qiang · no. 2026-14", "as proposed");
        assertThat(_find(Button.class, spec -> spec.withText("File"))).hasSize(1);
    }

    @Test
    void shouldSayWhatTheLastStepSets() {
        portal.record(portal.record(portal.start(), ""), "No. 7");
        CustomerWorkflows panel = show(portal.customer);

        _click(button("File"));
        assertThat(text(_get(StepDialog.class))).contains("The customer’s record then says: First grade.");
        _click(button("Record"));
        panel.show(portal.customer);

        assertThat(portal.shop
                        .customers
                        .find(portal.shop.vertical, portal.customer.id())
                        .orElseThrow()
                        .attribute("grade"))
                .isEqualTo(new Value.Text("first"));
        assertThat(text(panel)).contains("Done 1 Mar 2026", "Start again");
    }

    @Test
    void shouldSayWhomAStepWaitsFor() {
        portal.record(portal.start(), "");
        portal.become(Role.STAFF);

        CustomerWorkflows panel = show(portal.customer);

        assertThat(text(panel)).contains("Waits for: Manager");
        _assertNone(Button.class, spec -> spec.withText("Approve"));
        _assertNone(Button.class, spec -> spec.withText("Refuse"));
    }

    @Test
    void shouldRefuseOnlyWithAReason() {
        portal.start();
        CustomerWorkflows panel = show(portal.customer);

        _click(button("Refuse"));
        _click(_find(Button.class, spec -> spec.withText("Refuse")).getLast());
        assertThat(text(_get(Banner.class))).contains("Say why.");
        _setValue(_get(TextArea.class), "load too small");
        _click(_find(Button.class, spec -> spec.withText("Refuse")).getLast());
        panel.show(portal.customer);

        assertThat(text(panel)).contains("Refused 1 Mar 2026", "Propose: refused", "load too small", "Start again");
    }

    @Test
    void shouldShowInTheDialogThatSomebodyElseWasFaster() {
        WorkflowRun run = portal.start();
        show(portal.customer);
        _click(button("Propose"));
        portal.record(run, "");

        _click(button("Record"));

        assertThat(text(_get(Banner.class))).contains("Wang Qiang has recorded something here in the meantime");
        assertThat(portal.workflows.get("shop", run.id()).entries()).hasSize(2);
    }

    @Test
    void shouldKeepEarlierRuns() {
        portal.workflows.withdraw("shop", portal.start(), new StepNote(WorkflowPortal.TODAY, "", "mistake"));
        portal.start();

        assertThat(text(show(portal.customer))).contains("One earlier run", "Withdrawn 1 Mar 2026", "mistake");
    }

    @Test
    void shouldStayAwayFromCustomersItDoesNotConcern() {
        Customer other = portal.shop.customer("2", "Kiosk", Map.of());
        portal.shop.snapshots.reload("shop");

        assertThat(show(other).isVisible()).isFalse();
    }

    @Test
    void shouldStandOnTheTimelineNewestFirst() {
        portal.record(portal.start(), "");
        WorkflowTimeline timeline = new WorkflowTimeline(portal.workflows, new Translations());

        List<TimelineEntry> entries =
                timeline.newest(portal.shop.vertical, portal.customer.id(), "workflow", 10, Locale.ENGLISH);

        assertThat(entries).extracting(TimelineEntry::title).containsExactly("Grading: Propose", "Grading: Started");
        assertThat(entries.getFirst().detail()).isEqualTo("27 Feb 2026 · Wang Qiang");
        assertThat(timeline.kinds(portal.shop.vertical, Locale.ENGLISH)).hasSize(1);
    }

    private CustomerWorkflows show(Customer customer) {
        WorkflowPanel panel = new WorkflowPanel(portal.workflows, portal.shop.announcements, portal.shop.clock);
        Component shown = panel.create(portal.shop.vertical, customer).orElseThrow();
        UI.getCurrent().add(shown);
        return (CustomerWorkflows) shown;
    }

    private static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}

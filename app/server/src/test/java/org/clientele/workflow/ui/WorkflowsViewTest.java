package org.clientele.workflow.ui;

import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.clientele.access.Role;
import org.clientele.common.ui.TestUi;
import org.clientele.common.ui.Translations;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.PageHeader;
import org.clientele.plugin.ui.TestNavigation;
import org.clientele.workflow.WorkflowRun;
import org.clientele.worklist.WorkItem;
import org.clientele.worklist.WorkQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkflowsViewTest {
    private final WorkflowPortal portal = new WorkflowPortal();

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldListWhatWaitsAndFilterIt() {
        portal.record(portal.start(), "");
        open(Locale.ENGLISH, "");
        assertThat(text(_get(PageHeader.class))).contains("In progress", "One matter waits for its next step");
        assertThat(_size(_get(RunningGrid.class))).isEqualTo(1);

        _setValue(select("Workflow"), "grading");
        _setValue(select("Next step"), "approve");
        assertThat(_size(_get(RunningGrid.class))).isEqualTo(1);
        _setValue(select("Next step"), "file");
        _assertNone(RunningGrid.class);
        assertThat(text(_get(EmptyState.class))).contains("Nothing in progress meets these conditions");
    }

    @Test
    void shouldOpenAsItsAddressSays() {
        portal.start();
        open(Locale.ENGLISH, "?workflow=grading&step=propose&q=north");

        assertThat(_size(_get(RunningGrid.class))).isEqualTo(1);
        assertThat(_get(TextField.class).getValue()).isEqualTo("north");
        assertThat(select("Next step").getValue()).isEqualTo("propose");
    }

    @Test
    void shouldSayWhatToDoWhileNothingRuns() {
        open(Locale.SIMPLIFIED_CHINESE, "");

        assertThat(text(_get(EmptyState.class))).contains("没有进行中的流程");
        assertThat(text(_get(PageHeader.class))).contains("暂无待办事项");
    }

    @Test
    void shouldStandOnTheWorklistOfThoseWhoMayDoTheNextStep() {
        WorkflowRun run = portal.start();
        assertThat(steps())
                .extracting(WorkItem::customer, WorkItem::title)
                .containsExactly(tuple("North Store", "Grading: Propose"));
        assertThat(steps().getFirst().dueOn())
                .as("waiting since")
                .isEqualTo(LocalDate.now(portal.shop.clock).minusDays(9));

        portal.record(run, "");
        portal.become(Role.STAFF);
        assertThat(steps()).isEmpty();
    }

    private List<WorkItem> steps() {
        WorkQuery asked = new WorkQuery(WorkQuery.Whose.EVERYBODY, null, LocalDate.now(portal.shop.clock), null);
        return new StepWork(portal.running, portal.shop.rights, new Translations())
                .open(portal.shop.vertical, asked, 10, Locale.ENGLISH);
    }

    private void open(Locale locale, String parameters) {
        TestUi.start(locale);
        WorkflowsView view = new WorkflowsView(
                portal.shop.verticals,
                portal.shop.rights,
                portal.shop.announcements,
                portal.running,
                portal.colleagues,
                portal.shop.clock);
        TestNavigation.open(view, "shop", "v/shop/workflows" + parameters);
    }

    @SuppressWarnings("unchecked")
    private static Select<String> select(String label) {
        List<Select<?>> selects = (List<Select<?>>) (List<?>) _find(Select.class);
        return (Select<String>) selects.stream()
                .filter(select -> select.getAriaLabel().orElse("").equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}

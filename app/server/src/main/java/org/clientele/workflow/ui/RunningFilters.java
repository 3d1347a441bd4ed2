package org.clientele.workflow.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.clientele.access.User;
import org.clientele.common.ui.SearchField;
import org.clientele.plugins.api.WorkflowDefinition;
import org.clientele.plugins.api.WorkflowDefinition.Step;
import org.clientele.workflow.RunningQuery;

/** Search, workflow, step and owner; every change is handed on as the whole query. */
final class RunningFilters extends Div {
    private final WorkflowWords words;
    private final List<WorkflowDefinition> workflows;
    private final Consumer<RunningQuery> whenChanged;
    private final Select<String> step = new Select<>();
    private RunningQuery query;
    private boolean changing;

    RunningFilters(
            WorkflowWords words,
            List<WorkflowDefinition> workflows,
            List<User> colleagues,
            RunningQuery query,
            Consumer<RunningQuery> whenChanged) {
        this.words = words;
        this.workflows = workflows;
        this.query = query;
        this.whenChanged = whenChanged;
        addClassNames("filter-bar", "no-print");
        prepareStep();
        add(search(), workflow(), step, owner(colleagues));
        showSteps();
    }

    /** The order is chosen in the grid, not here. */
    void sortedAs(RunningQuery sorted) {
        query = sorted;
    }

    private void change(RunningQuery changed) {
        if (!changing) {
            query = changed;
            showSteps();
            whenChanged.accept(changed);
        }
    }

    private SearchField search() {
        return new SearchField(words.text("workflow.search"), query.search(), text -> change(query.withSearch(text)));
    }

    private Select<String> workflow() {
        Select<String> select = new Select<>();
        select.setAriaLabel(words.text("workflow.column.workflow"));
        select.setItems(workflows.stream().map(WorkflowDefinition::id).toList());
        select.setItemLabelGenerator(id -> id == null ? words.text("workflow.all") : words.name(id));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(words.text("workflow.all"));
        String wanted = query.workflow();
        select.setValue(workflows.stream().anyMatch(w -> w.id().equals(wanted)) ? wanted : null);
        select.addValueChangeListener(change -> change(query.withWorkflow(change.getValue())));
        return select;
    }

    private void prepareStep() {
        step.setAriaLabel(words.text("workflow.column.step"));
        step.setItemLabelGenerator(
                id -> id == null ? words.text("workflow.all-steps") : words.step(String.valueOf(query.workflow()), id));
        step.setEmptySelectionAllowed(true);
        step.setEmptySelectionCaption(words.text("workflow.all-steps"));
        step.addValueChangeListener(change -> change(query.withStep(change.getValue())));
    }

    /** Steps can be chosen once a workflow is. */
    private void showSteps() {
        changing = true;
        List<String> steps = workflows.stream()
                .filter(workflow -> workflow.id().equals(query.workflow()))
                .flatMap(workflow -> workflow.steps().stream().map(Step::id))
                .toList();
        step.setVisible(!steps.isEmpty());
        step.setItems(steps);
        step.setValue(steps.contains(query.step()) ? query.step() : null);
        changing = false;
    }

    private Select<User> owner(List<User> colleagues) {
        Select<User> select = new Select<>();
        select.setAriaLabel(words.text("workflow.column.owner"));
        select.setItems(colleagues);
        select.setItemLabelGenerator(user -> user == null ? words.text("workflow.anybody") : user.displayName());
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(words.text("workflow.anybody"));
        select.setValue(colleagues.stream()
                .filter(user -> Objects.equals(user.id(), query.owner()))
                .findFirst()
                .orElse(null));
        select.addValueChangeListener(change -> change(query.withOwner(
                change.getValue() == null ? null : change.getValue().id())));
        return select;
    }
}

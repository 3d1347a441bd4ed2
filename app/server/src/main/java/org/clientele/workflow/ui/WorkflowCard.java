package org.clientele.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Card;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Tag;
import org.clientele.plugins.api.WorkflowDefinition;
import org.clientele.plugins.api.WorkflowDefinition.Step;
import org.clientele.workflow.CustomerWorkflow;
import org.clientele.workflow.StepNote;
import org.clientele.workflow.WorkflowRun;
import org.clientele.workflow.WorkflowSteps;
import org.clientele.workflow.Workflows;
import org.jspecify.annotations.Nullable;

/** One workflow of a customer: where it stands, what happened, and what may be done next. */
final class WorkflowCard extends Card {
    private final Workflows workflows;
    private final String verticalKey;
    private final long customerId;
    private final WorkflowWords words;
    private final CustomerWorkflow state;
    private final WorkflowDefinition workflow;
    private final LocalDate today;

    WorkflowCard(
            Workflows workflows,
            String verticalKey,
            long customerId,
            WorkflowWords words,
            CustomerWorkflow state,
            LocalDate today) {
        super(words.name(state.definition().id()));
        this.workflows = workflows;
        this.verticalKey = verticalKey;
        this.customerId = customerId;
        this.words = words;
        this.state = state;
        this.workflow = state.definition();
        this.today = today;
        setId("workflow-" + workflow.id());
        addClassName("workflow-card");
        state.running().ifPresentOrElse(this::showRunning, this::showIdle);
        showEarlier();
        String source = workflow.source();
        if (source != null) {
            Div from = new Div(words.source(source));
            from.addClassName("caption");
            add(from);
        }
    }

    private void showRunning(WorkflowRun run) {
        hint(words.text(
                "workflow.since",
                words.formats().date(run.entries().getFirst().data().day())));
        showProposal(run.proposed());
        add(new RunSteps(words, workflow, run));
        WorkflowSteps.next(workflow, run).ifPresent(step -> showNext(run, step));
    }

    private void showNext(WorkflowRun run, Step step) {
        Div actions = new Div();
        actions.addClassNames("row", "no-print");
        if (state.mayRecord()) {
            actions.add(
                    new Button(words.step(workflow.id(), step.id()), Icon.CHECK.create(), click -> record(run, step)));
            actions.add(small("workflow.refuse", () -> refuse(run, step)));
        } else {
            Span waits = new Span(words.text("workflow.waits", words.roles(workflows.mayRecord(verticalKey, step))));
            waits.addClassName("caption");
            actions.add(waits);
        }
        if (state.mayWithdraw()) {
            actions.add(small("workflow.withdraw", () -> withdraw(run)));
        }
        add(actions);
    }

    private void showIdle() {
        lastRun().ifPresent(run -> {
            hint(words.text(
                    "workflow.ended", words.state(run.state()), words.formats().date(run.lastDay())));
            showProposal(run.proposed());
            add(new RunSteps(words, workflow, run));
        });
        if (state.mayStart()) {
            add(new StartRow(workflows, verticalKey, customerId, words, state, today));
        }
    }

    private Optional<WorkflowRun> lastRun() {
        return state.runs().stream().findFirst();
    }

    private void showProposal(@Nullable String proposed) {
        if (proposed != null) {
            Span label = new Span(words.text("workflow.proposed"));
            label.addClassName("caption");
            Div row = new Div(label, new Tag(words.proposed(workflow.id(), proposed), words.tone(workflow, proposed)));
            row.addClassName("row");
            add(row);
        }
    }

    /** Runs before the one shown. */
    private void showEarlier() {
        List<WorkflowRun> earlier = state.runs().stream().skip(1).toList();
        if (earlier.isEmpty()) {
            return;
        }
        Details details = new Details(words.text("workflow.earlier", earlier.size()));
        for (WorkflowRun run : earlier) {
            Span title = new Span(words.text(
                    "workflow.ended", words.state(run.state()), words.formats().date(run.lastDay())));
            title.addClassName("strong");
            Component steps = new RunSteps(words, workflow, run);
            Div part = new Div(title, steps);
            part.addClassName("stack");
            details.add(part);
        }
        add(details);
    }

    private void record(WorkflowRun run, Step step) {
        String name = words.step(workflow.id(), step.id());
        StepDialog dialog = dialog(run, name, words.text("workflow.record"), data -> {
            workflows.record(verticalKey, run, data);
            Messages.done(words.text("workflow.record.done", name));
        });
        if (step.document()) {
            dialog.withDocument();
        }
        String proposed = run.proposed();
        boolean last = workflow.steps().getLast().equals(step);
        if (last && workflow.sets() != null && proposed != null) {
            dialog.saying(words.text("workflow.record.sets", words.proposed(workflow.id(), proposed)));
        }
        dialog.open();
    }

    private void refuse(WorkflowRun run, Step step) {
        String name = words.step(workflow.id(), step.id());
        dialog(run, words.text("workflow.refuse.title", name), words.text("workflow.refuse"), data -> {
                    workflows.refuse(verticalKey, run, data);
                    Messages.done(words.text("workflow.refuse.done", name));
                })
                .saying(words.text("workflow.refuse.text"))
                .withReason()
                .open();
    }

    private void withdraw(WorkflowRun run) {
        String name = words.name(workflow.id());
        dialog(run, words.text("workflow.withdraw.title", name), words.text("workflow.withdraw"), data -> {
                    workflows.withdraw(verticalKey, run, data);
                    Messages.done(words.text("workflow.withdraw.done", name));
                })
                .saying(words.text("workflow.withdraw.text"))
                .withReason()
                .open();
    }

    private StepDialog dialog(WorkflowRun run, String title, String action, Consumer<StepNote> store) {
        return new StepDialog(title, action, run.lastDay(), today, store);
    }

    private Button small(String key, Runnable act) {
        Button button = new Button(words.text(key), click -> act.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }
}

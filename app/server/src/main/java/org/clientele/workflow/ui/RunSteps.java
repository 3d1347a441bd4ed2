package org.clientele.workflow.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Tone;
import org.clientele.plugins.api.WorkflowDefinition;
import org.clientele.plugins.api.WorkflowDefinition.Step;
import org.clientele.workflow.WorkflowEntry;
import org.clientele.workflow.WorkflowRun;
import org.clientele.workflow.WorkflowSteps;

/** The steps of a run one below the other: done with day and person, waiting, still to come. It is not a control. */
final class RunSteps extends OrderedList {
    private final WorkflowWords words;
    private final WorkflowDefinition workflow;

    RunSteps(WorkflowWords words, WorkflowDefinition workflow, WorkflowRun run) {
        this.words = words;
        this.workflow = workflow;
        addClassName("run-steps");
        WorkflowEntry started = run.entries().getFirst();
        add(item(Icon.WORKFLOW, Tone.MUTED, "done", words.text("workflow.started"), "", started));
        Optional<Step> waiting = WorkflowSteps.next(workflow, run);
        workflow.steps()
                .forEach(
                        step -> add(step(run, step, waiting.filter(step::equals).isPresent())));
        run.entries().stream()
                .filter(entry -> entry.kind() == WorkflowEntry.Kind.WITHDRAWN)
                .forEach(entry -> add(item(
                        WorkflowWords.icon(entry.kind()),
                        Tone.MUTED,
                        "refused",
                        words.state(WorkflowRun.State.WITHDRAWN),
                        "",
                        entry)));
    }

    private ListItem step(WorkflowRun run, Step step, boolean waits) {
        String name = words.step(workflow.id(), step.id());
        String body = words.actor(workflow.id(), step);
        Optional<WorkflowEntry> happened = run.entry(step.id());
        if (happened.isPresent()) {
            WorkflowEntry entry = happened.get();
            boolean refused = entry.kind() == WorkflowEntry.Kind.REFUSED;
            String shown = refused ? words.text("workflow.step.refused", name) : name;
            return item(
                    WorkflowWords.icon(entry.kind()),
                    refused ? Tone.BAD : Tone.GOOD,
                    refused ? "refused" : "done",
                    shown,
                    body,
                    entry);
        }
        ListItem item = item(
                waits ? Icon.CLOCK : Icon.MINUS,
                waits ? Tone.ACCENT : Tone.MUTED,
                waits ? "waiting" : "coming",
                name,
                body);
        if (waits) {
            item.getElement().setAttribute("aria-current", "step");
        }
        return item;
    }

    private ListItem item(Icon icon, String tone, String state, String name, String body, WorkflowEntry... happened) {
        Span sign = Tone.set(new Span(icon.create()), tone);
        sign.addClassName("timeline-icon");
        Span title = new Span(name);
        title.addClassName("timeline-title");
        Div content = new Div(title);
        if (!body.isEmpty()) {
            content.add(detail(body));
        }
        for (WorkflowEntry entry : happened) {
            content.add(detail(words.what(entry)));
            if (!entry.data().note().isEmpty()) {
                content.add(detail(entry.data().note()));
            }
        }
        ListItem item = new ListItem(sign, content);
        item.addClassName("run-step");
        item.getElement().setAttribute("data-state", state);
        return item;
    }

    private static Div detail(String text) {
        Div detail = new Div(text);
        detail.addClassName("timeline-detail");
        return detail;
    }
}

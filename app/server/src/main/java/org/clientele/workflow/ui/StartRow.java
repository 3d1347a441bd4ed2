package org.clientele.workflow.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Icon;
import org.clientele.workflow.CustomerWorkflow;
import org.clientele.workflow.StepNote;
import org.clientele.workflow.Workflows;

/** Starts a workflow for a customer; says before what it would propose. */
final class StartRow extends Div {
    private final Workflows workflows;
    private final String verticalKey;
    private final long customerId;
    private final WorkflowWords words;
    private final CustomerWorkflow state;
    private final LocalDate today;

    StartRow(
            Workflows workflows,
            String verticalKey,
            long customerId,
            WorkflowWords words,
            CustomerWorkflow state,
            LocalDate today) {
        this.workflows = workflows;
        this.verticalKey = verticalKey;
        this.customerId = customerId;
        this.words = words;
        this.state = state;
        this.today = today;
        addClassNames("row", "no-print");
        Div text = new Div();
        text.addClassName("grow");
        if (state.runs().isEmpty()) {
            Div name = new Div(name());
            name.addClassName("strong");
            text.add(name);
        }
        String proposal = proposal();
        if (!proposal.isEmpty()) {
            Span note = new Span(proposal);
            note.addClassName("caption");
            text.add(note);
        }
        boolean again = !state.runs().isEmpty();
        Button start = new Button(
                words.text(again ? "workflow.start.again" : "workflow.start"), Icon.PLAY.create(), click -> open());
        start.setAriaLabel(words.text("workflow.start.title", name()));
        add(text, start);
    }

    private String name() {
        return words.name(state.definition().id());
    }

    private String proposal() {
        String segment = state.proposal();
        return segment == null
                ? ""
                : words.text(
                        "workflow.would-propose",
                        words.proposed(state.definition().id(), segment));
    }

    private void open() {
        StepDialog dialog = new StepDialog(
                words.text("workflow.start.title", name()),
                words.text("workflow.start"),
                LocalDate.EPOCH,
                today,
                this::start);
        if (!proposal().isEmpty()) {
            dialog.saying(proposal());
        }
        dialog.open();
    }

    private void start(StepNote data) {
        workflows.start(verticalKey, customerId, state.definition().id(), data);
        Messages.done(words.text("workflow.start.done", name()));
    }
}

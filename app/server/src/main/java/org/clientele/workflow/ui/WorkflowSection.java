package org.clientele.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.frontend.Card;
import org.clientele.interaction.ui.WorklistSection;
import org.clientele.plugin.Vertical;
import org.clientele.workflow.RunningWorkflow;
import org.clientele.workflow.RunningWorkflows;
import org.clientele.workflow.WorkflowsChanged;
import org.springframework.core.annotation.Order;

/** Steps that wait for the user, on the worklist. */
@org.springframework.stereotype.Component
@Order(10)
class WorkflowSection implements WorklistSection {
    private static final int MOST = 50;

    private final RunningWorkflows running;
    private final Clock clock;

    WorkflowSection(RunningWorkflows running, Clock clock) {
        this.running = running;
        this.clock = clock;
    }

    @Override
    public Optional<Component> create(Vertical vertical, boolean onlyMine) {
        List<RunningWorkflow> waiting = running.waitingForMe(vertical.key(), onlyMine, MOST);
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        WorkflowWords words = new WorkflowWords(vertical, UI.getCurrent().getLocale());
        Div list = new Div();
        list.addClassName("list");
        waiting.forEach(run -> list.add(item(vertical, words, run)));
        H2 heading = new H2(words.text("workflow.worklist", waiting.size()));
        heading.addClassName("card-title");
        Anchor all = new Anchor(WorkflowsNavigation.to(vertical.key()), words.text("workflow.worklist.all"));
        all.getElement().setAttribute("router-link", true);
        Div head = new Div(heading, all);
        head.addClassNames("row", "row-apart");
        return Optional.of(new Card(head, list));
    }

    @Override
    public Class<?> changedBy() {
        return WorkflowsChanged.class;
    }

    private Div item(Vertical vertical, WorkflowWords words, RunningWorkflow run) {
        Anchor customer = new Anchor(CustomersNavigation.to(vertical.key(), run.customerId()), run.customer());
        customer.getElement().setAttribute("router-link", true);
        customer.addClassName("list-item-title");
        Span step = new Span(words.text(
                "workflow.worklist.step", words.name(run.workflow()), words.step(run.workflow(), run.nextStep())));
        step.addClassName("list-item-detail");
        Div body = new Div(customer, step);
        body.addClassName("list-item-body");
        long days = ChronoUnit.DAYS.between(run.waitingSince(), LocalDate.now(clock));
        Span since =
                new Span(words.text("workflow.worklist.since", words.formats().days(days)));
        since.addClassName("caption");
        Div item = new Div(body, since);
        item.addClassName("list-item");
        return item;
    }
}

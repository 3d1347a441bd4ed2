package org.clientele.workflow.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.clientele.common.Announcements;
import org.clientele.customer.Customer;
import org.clientele.customer.ui.CustomerPanel;
import org.clientele.frontend.Card;
import org.clientele.workflow.CustomerWorkflow;
import org.clientele.workflow.Workflows;
import org.clientele.workflow.WorkflowsChanged;
import org.jspecify.annotations.Nullable;

/** The workflows of a customer: a card for each that has run, one for those that can be started; follows what others record. */
final class CustomerWorkflows extends Div implements CustomerPanel.Live {
    private final Workflows workflows;
    private final String verticalKey;
    private final WorkflowWords words;
    private final Announcements announcements;
    private final Clock clock;
    private Customer customer;
    private List<CustomerWorkflow> shown = List.of();
    private Announcements.@Nullable Subscription news;

    CustomerWorkflows(
            Workflows workflows,
            String verticalKey,
            WorkflowWords words,
            Announcements announcements,
            Clock clock,
            Customer customer) {
        this.workflows = workflows;
        this.verticalKey = verticalKey;
        this.words = words;
        this.announcements = announcements;
        this.clock = clock;
        this.customer = customer;
        addClassName("stack");
        show(customer);
    }

    @Override
    public void show(Customer changed) {
        customer = changed;
        List<CustomerWorkflow> now = workflows.ofCustomer(verticalKey, changed);
        setVisible(!now.isEmpty());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        removeAll();
        LocalDate today = LocalDate.now(clock);
        now.stream()
                .filter(state -> !state.runs().isEmpty())
                .forEach(state -> add(new WorkflowCard(workflows, verticalKey, customer.id(), words, state, today)));
        List<StartRow> fresh = now.stream()
                .filter(state -> state.runs().isEmpty())
                .map(state -> new StartRow(workflows, verticalKey, customer.id(), words, state, today))
                .toList();
        if (!fresh.isEmpty()) {
            Card card = new Card(words.text("workflow.fresh"));
            fresh.forEach(card::add);
            add(card);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        news = announcements.listen(WorkflowsChanged.class, change -> ui.access(() -> follow(change)));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (news != null) {
            news.close();
            news = null;
        }
    }

    private void follow(WorkflowsChanged change) {
        if (change.customerId() == customer.id()) {
            show(customer);
        }
    }
}

package org.clientele.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.util.Optional;
import org.clientele.common.Announcements;
import org.clientele.customer.Customer;
import org.clientele.customer.ui.CustomerPanel;
import org.clientele.plugin.Vertical;
import org.clientele.workflow.Workflows;
import org.springframework.core.annotation.Order;

/** The workflows on a customer's page. */
@org.springframework.stereotype.Component
@Order(30)
class WorkflowPanel implements CustomerPanel {
    private final Workflows workflows;
    private final Announcements announcements;
    private final Clock clock;

    WorkflowPanel(Workflows workflows, Announcements announcements, Clock clock) {
        this.workflows = workflows;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public Optional<Component> create(Vertical vertical, Customer customer) {
        if (vertical.definition().workflows().isEmpty()) {
            return Optional.empty();
        }
        WorkflowWords words = new WorkflowWords(vertical, UI.getCurrent().getLocale());
        return Optional.of(new CustomerWorkflows(workflows, vertical.key(), words, announcements, clock, customer));
    }
}

package org.clientele.customer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.customer.Customer;
import org.clientele.frontend.Columns;
import org.clientele.plugin.Vertical;

/** A column of a customer's page with the panels of one place. What can follow a change stays; the rest is made anew. */
final class PanelColumn {
    private final List<CustomerPanel> panels;
    private final Div column = Columns.stack();
    private final Map<CustomerPanel, Component> live = new HashMap<>();

    PanelColumn(List<CustomerPanel> panels, CustomerPanel.Place place) {
        this.panels = panels.stream().filter(panel -> panel.place() == place).toList();
    }

    Div component() {
        return column;
    }

    /** Shows the customer as they are now: what stands before the panels, the panels, what stands after. */
    void show(Vertical vertical, Customer customer, List<Component> before, List<Component> after) {
        List<Component> wanted = new ArrayList<>(before);
        panels.forEach(panel -> part(panel, vertical, customer).ifPresent(wanted::add));
        wanted.addAll(after);
        arrange(wanted);
    }

    private Optional<Component> part(CustomerPanel panel, Vertical vertical, Customer customer) {
        Component known = live.get(panel);
        if (known instanceof CustomerPanel.Live following) {
            following.show(customer);
            return Optional.of(known);
        }
        Optional<Component> made = panel.create(vertical, customer);
        made.filter(CustomerPanel.Live.class::isInstance).ifPresent(part -> live.put(panel, part));
        return made;
    }

    /** What stays is not moved, so that nobody loses a cursor or an open list. */
    private void arrange(List<Component> wanted) {
        column.getChildren().filter(part -> !wanted.contains(part)).toList().forEach(column::remove);
        for (int place = 0; place < wanted.size(); place++) {
            boolean there = place < column.getComponentCount() && column.getComponentAt(place) == wanted.get(place);
            if (!there) {
                column.addComponentAtIndex(place, wanted.get(place));
            }
        }
    }
}

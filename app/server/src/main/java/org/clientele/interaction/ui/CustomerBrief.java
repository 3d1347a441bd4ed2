package org.clientele.interaction.ui;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.clientele.customer.CustomerService;
import org.clientele.customer.ui.CustomerPanel;
import org.clientele.frontend.Columns;
import org.clientele.plugin.Verticals;
import org.springframework.stereotype.Component;

/** What features want to be known of a customer while a contact is written over another screen. */
@Component
class CustomerBrief {
    private final List<CustomerPanel> panels;
    private final CustomerService customers;
    private final Verticals verticals;

    CustomerBrief(List<CustomerPanel> panels, CustomerService customers, Verticals verticals) {
        this.panels = panels;
        this.customers = customers;
        this.verticals = verticals;
    }

    /** Hidden where there is nothing to be known. */
    Div create(String verticalKey, long customerId) {
        Div brief = Columns.stack();
        verticals.find(verticalKey).ifPresent(vertical -> customers
                .find(vertical, customerId)
                .ifPresent(customer ->
                        panels.forEach(panel -> panel.brief(vertical, customer).ifPresent(brief::add))));
        brief.setVisible(brief.getComponentCount() > 0);
        return brief;
    }
}

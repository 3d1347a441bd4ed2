package org.clientele.churn.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.Optional;
import org.clientele.customer.Customer;
import org.clientele.customer.ui.CustomerPanel;
import org.clientele.plugin.Vertical;
import org.springframework.core.annotation.Order;

/** That a customer was lost, and why, on their page. */
@org.springframework.stereotype.Component
@Order(50)
class LossPanel implements CustomerPanel {
    private final ChurnServices services;

    LossPanel(ChurnServices services) {
        this.services = services;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public Optional<Component> create(Vertical vertical, Customer customer) {
        ChurnWords words = new ChurnWords(vertical, UI.getCurrent().getLocale());
        return Optional.of(new CustomerLosses(services, words, vertical, customer.id()));
    }
}

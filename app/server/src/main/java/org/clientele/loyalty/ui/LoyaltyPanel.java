package org.clientele.loyalty.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.Optional;
import org.clientele.customer.Customer;
import org.clientele.customer.ui.CustomerPanel;
import org.clientele.plugin.Vertical;
import org.springframework.core.annotation.Order;

/** A customer's points and tier on their page, where a programme runs. */
@org.springframework.stereotype.Component
@Order(40)
class LoyaltyPanel implements CustomerPanel {
    private final LoyaltyServices services;

    LoyaltyPanel(LoyaltyServices services) {
        this.services = services;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public Optional<Component> create(Vertical vertical, Customer customer) {
        LoyaltyWords words = new LoyaltyWords(
                vertical, UI.getCurrent().getLocale(), services.clock().getZone());
        return Optional.of(new CustomerPoints(services, words, vertical.key(), customer.id()));
    }
}

package org.clientele.survey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.Optional;
import org.clientele.customer.Customer;
import org.clientele.customer.ui.CustomerPanel;
import org.clientele.plugin.Vertical;
import org.springframework.core.annotation.Order;

/** What a customer was asked, on their page, with the way to ask and to enter what they say. */
@org.springframework.stereotype.Component
@Order(45)
class SurveyPanel implements CustomerPanel {
    private final SurveyServices services;

    SurveyPanel(SurveyServices services) {
        this.services = services;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public Optional<Component> create(Vertical vertical, Customer customer) {
        SurveyWords words = new SurveyWords(
                UI.getCurrent().getLocale(),
                vertical.currency(),
                services.clock().getZone());
        return Optional.of(new CustomerSurveys(services, words, vertical, customer.id()));
    }
}

package org.clientele.cases.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import org.clientele.common.ui.Messages;
import org.clientele.customer.Customer;
import org.clientele.customer.ui.CustomerPanel;
import org.clientele.frontend.Icon;
import org.clientele.plugin.Vertical;
import org.springframework.core.annotation.Order;

/** Cases on a customer's page, above everything else to be done, and the way to open one. */
@org.springframework.stereotype.Component
@Order(3)
class CasePanel implements CustomerPanel {
    private static final int BRIEF = 3;

    private final CaseServices services;

    CasePanel(CaseServices services) {
        this.services = services;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public Optional<Component> create(Vertical vertical, Customer customer) {
        CaseWords words = new CaseWords(
                vertical, UI.getCurrent().getLocale(), services.clock().getZone());
        return Optional.of(new CustomerCases(services, words, vertical, customer));
    }

    /** The open ones, so that whoever writes down a contact sees what it may be about. */
    @Override
    public Optional<Component> brief(Vertical vertical, Customer customer) {
        CaseWords words = new CaseWords(
                vertical, UI.getCurrent().getLocale(), services.clock().getZone());
        Div list = new Div();
        list.addClassName("list");
        services.lists().ofCustomer(vertical.key(), customer.id(), BRIEF).stream()
                .filter(one -> one.state().isOpen())
                .forEach(one -> list.add(CaseItem.onCustomersPage(words, vertical.key(), one)));
        return list.getComponentCount() == 0 ? Optional.empty() : Optional.of(list);
    }

    @Override
    public List<Component> buttons(Vertical vertical, Customer customer) {
        if (!services.mayWork(vertical.key())) {
            return List.of();
        }
        UI ui = UI.getCurrent();
        return List.of(new Button(ui.getTranslation("cases.new"), Icon.LIFE_BUOY.create(), click -> new CaseForm(
                        services, vertical)
                .create(customer.id(), opened -> Messages.done(ui.getTranslation("cases.new.done", opened.label())))));
    }
}

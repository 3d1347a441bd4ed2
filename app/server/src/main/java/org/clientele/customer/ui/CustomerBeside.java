package org.clientele.customer.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clientele.access.Colleagues;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerListQuery;
import org.clientele.customer.CustomerLists;
import org.clientele.customer.CustomerPortrait;
import org.clientele.customer.CustomerService;
import org.clientele.customer.TimelineSource;
import org.clientele.frontend.Columns;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.springframework.stereotype.Component;

/** A customer beside something else: a list that is worked through, a contact that is written. */
@Component
public class CustomerBeside {
    private final List<CustomerPanel> panels;
    private final List<TimelineSource> sources;
    private final CustomerService customers;
    private final CustomerLists lists;
    private final Colleagues colleagues;
    private final Verticals verticals;
    private final Clock clock;

    public CustomerBeside(
            List<CustomerPanel> panels,
            List<TimelineSource> sources,
            CustomerService customers,
            CustomerLists lists,
            Colleagues colleagues,
            Verticals verticals,
            Clock clock) {
        this.panels = panels;
        this.sources = sources;
        this.customers = customers;
        this.lists = lists;
        this.colleagues = colleagues;
        this.verticals = verticals;
        this.clock = clock;
    }

    /** The least one should know while a contact is written over another screen; hidden where there is nothing to be known. */
    public Div brief(String verticalKey, long customerId) {
        Div brief = Columns.stack();
        verticals.find(verticalKey).ifPresent(vertical -> customers
                .find(vertical, customerId)
                .ifPresent(customer -> addBrief(brief, vertical, customer)));
        brief.setVisible(brief.getComponentCount() > 0);
        return brief;
    }

    /** What the customer is called; empty when it is gone. */
    public Optional<String> name(String verticalKey, long customerId) {
        return verticals
                .find(verticalKey)
                .flatMap(vertical -> customers.find(vertical, customerId))
                .map(Customer::title);
    }

    private void addBrief(Div to, Vertical vertical, Customer customer) {
        panels.forEach(panel -> panel.brief(vertical, customer).ifPresent(to::add));
    }

    /** Who it is, what to know, what happened: for a column beside a list; empty when the customer is gone. */
    public Div detail(Vertical vertical, long customerId) {
        Div detail = Columns.stack();
        customers.find(vertical, customerId).ifPresent(customer -> {
            Locale locale = UI.getCurrent().getLocale();
            CustomerPortrait portrait = lists.portrait(vertical.key(), customer);
            Anchor page = new Anchor(
                    CustomersNavigation.to(vertical.key(), customerId),
                    UI.getCurrent().getTranslation("customer.page.open"));
            page.getElement().setAttribute("router-link", true);
            detail.add(new CustomerHeader(portrait, colleagues, lists, CustomerListQuery.ALL).beside(page));
            addBrief(detail, vertical, customer);
            new LayersCards(portrait, locale).figures().forEach(detail::add);
            detail.add(new TimelineCard(sources, panels, null, vertical, customer, LocalDate.now(clock)));
        });
        return detail;
    }
}

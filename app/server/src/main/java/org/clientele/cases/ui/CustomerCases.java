package org.clientele.cases.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.clientele.cases.CaseQuery;
import org.clientele.cases.CasesChanged;
import org.clientele.cases.ServiceCase;
import org.clientele.common.Announcements;
import org.clientele.customer.Customer;
import org.clientele.customer.ui.CustomerPanel;
import org.clientele.frontend.Card;
import org.clientele.plugin.Vertical;
import org.jspecify.annotations.Nullable;

/** A customer's cases, what is open first; follows what others do. */
final class CustomerCases extends Div implements CustomerPanel.Live {
    private static final int MOST = 5;

    private final transient CaseServices services;
    private final transient CaseWords words;
    private final transient Vertical vertical;
    private transient Customer customer;
    private transient List<ServiceCase> shown = List.of();
    private transient Announcements.@Nullable Subscription news;

    CustomerCases(CaseServices services, CaseWords words, Vertical vertical, Customer customer) {
        this.services = services;
        this.words = words;
        this.vertical = vertical;
        this.customer = customer;
        show(customer);
    }

    @Override
    public void show(Customer changed) {
        customer = changed;
        List<ServiceCase> now = services.lists().ofCustomer(vertical.key(), changed.id(), MOST + 1);
        setVisible(!now.isEmpty());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        removeAll();
        if (now.isEmpty()) {
            return;
        }
        Div list = new Div();
        list.addClassName("list");
        now.stream().limit(MOST).forEach(one -> list.add(CaseItem.onCustomersPage(words, vertical.key(), one)));
        Card card = new Card(words.text("cases.title"), list);
        if (now.size() > MOST) {
            CaseQuery all = CaseQuery.ALL.withStage(CaseQuery.Stage.ALL).withSearch(changed.ref());
            Anchor more = new Anchor(CasesNavigation.to(vertical.key(), all), words.text("cases.of-customer"));
            more.getElement().setAttribute("router-link", true);
            card.add(more);
        }
        add(card);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        news = services.announcements().listen(CasesChanged.class, change -> ui.access(() -> follow(change)));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (news != null) {
            news.close();
            news = null;
        }
    }

    private void follow(CasesChanged change) {
        if (change.verticalKey().equals(vertical.key()) && change.customerId() == customer.id()) {
            show(customer);
        }
    }
}

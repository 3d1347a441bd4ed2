package org.clientele.knowledge.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import org.clientele.cases.ServiceCase;
import org.clientele.cases.ui.CaseAside;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerService;
import org.clientele.customer.ui.CustomerPanel;
import org.clientele.frontend.Columns;
import org.clientele.knowledge.Article;
import org.clientele.plugin.Vertical;
import org.springframework.core.annotation.Order;

/** Articles that fit, beside a customer, a contact that is written, and a case. */
@org.springframework.stereotype.Component
@Order(40)
class KnowledgePanel implements CustomerPanel, CaseAside {
    private final KnowledgeServices services;
    private final CustomerService customers;

    KnowledgePanel(KnowledgeServices services, CustomerService customers) {
        this.services = services;
        this.customers = customers;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public Optional<Component> create(Vertical vertical, Customer customer) {
        ArticleWords words = words(vertical);
        return card(words, services.matching().ofCustomer(vertical, customer, words.locale()));
    }

    @Override
    public Optional<Component> brief(Vertical vertical, Customer customer) {
        ArticleWords words = words(vertical);
        List<Article> fitting = services.matching().ofCustomer(vertical, customer, words.locale());
        Div brief = Columns.stack();
        fitting.forEach(article -> brief.add(MatchingCard.details(services, words, article)));
        return fitting.isEmpty() ? Optional.empty() : Optional.of(brief);
    }

    @Override
    public Optional<Component> create(Vertical vertical, ServiceCase one) {
        ArticleWords words = words(vertical);
        return customers
                .find(vertical, one.customerId())
                .flatMap(customer -> card(
                        words,
                        services.matching()
                                .ofCase(vertical, customer, one.data().type(), words.locale())));
    }

    private Optional<Component> card(ArticleWords words, List<Article> fitting) {
        return fitting.isEmpty() ? Optional.empty() : Optional.of(new MatchingCard(services, words, fitting));
    }

    private ArticleWords words(Vertical vertical) {
        return new ArticleWords(
                vertical, UI.getCurrent().getLocale(), services.clock().getZone());
    }
}

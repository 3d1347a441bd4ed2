package org.clientele.customer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import java.util.List;
import java.util.Optional;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerHit;
import org.clientele.customer.CustomerSearch;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Vertical;
import org.springframework.core.annotation.Order;

/** Who else may be the same customer, before somebody is called twice. */
@org.springframework.stereotype.Component
@Order(2)
class AlikePanel implements CustomerPanel {
    private static final int MOST = 3;

    private final CustomerSearch search;

    AlikePanel(CustomerSearch search) {
        this.search = search;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public Optional<Component> create(Vertical vertical, Customer customer) {
        return brief(vertical, customer);
    }

    @Override
    public Optional<Component> brief(Vertical vertical, Customer customer) {
        List<CustomerHit> alike = search.alike(vertical.key(), customer.id(), MOST);
        if (alike.isEmpty()) {
            return Optional.empty();
        }
        Component[] links = alike.stream()
                .map(hit -> {
                    Anchor link = new Anchor(
                            CustomersNavigation.to(vertical.key(), hit.id()),
                            hit.title().equals(hit.ref()) ? hit.ref() : hit.title() + " · " + hit.ref());
                    link.getElement().setAttribute("router-link", true);
                    return link;
                })
                .toArray(Component[]::new);
        return Optional.of(new Banner(Tone.WARN, UI.getCurrent().getTranslation("customer.alike"), links));
    }
}

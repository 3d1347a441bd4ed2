package org.clientele.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import java.util.List;
import java.util.Optional;
import org.clientele.customer.Customer;
import org.clientele.customer.ui.CustomerPanel;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.frontend.Card;
import org.clientele.frontend.Columns;
import org.clientele.frontend.Tag;
import org.clientele.plugin.Vertical;
import org.clientele.segment.Lifetime;
import org.clientele.segment.Lifetimes;
import org.clientele.segment.Segments;
import org.springframework.core.annotation.Order;

/** What the customer is expected to be worth, how well that is known and what it is made of. */
@org.springframework.stereotype.Component
@Order(40)
class LifetimePanel implements CustomerPanel {
    private final Lifetimes lifetimes;
    private final Segments segments;

    LifetimePanel(Lifetimes lifetimes, Segments segments) {
        this.lifetimes = lifetimes;
        this.segments = segments;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public Optional<Component> create(Vertical vertical, Customer customer) {
        List<Lifetime> found = lifetimes.of(vertical.key(), customer.id());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        SegmentWords words = new SegmentWords(
                segments.snapshot(vertical.key()).vertical(), UI.getCurrent().getLocale());
        Component[] cards = found.stream().map(each -> card(words, each)).toArray(Component[]::new);
        return Optional.of(cards.length == 1 ? cards[0] : Columns.stack(cards));
    }

    private static Component card(SegmentWords words, Lifetime each) {
        Anchor why = new Anchor(
                CustomersNavigation.why(
                        words.vertical().key(),
                        each.customer().id(),
                        each.model().id()),
                words.text("segment.clv.page.why"));
        why.getElement().setAttribute("router-link", true);
        Card card = LifetimeCard.of(words, each);
        card.add(why);
        return card.actions(
                new Tag(words.segment(each.model(), each.segment()), SegmentWords.tone(each.model(), each.segment())));
    }
}

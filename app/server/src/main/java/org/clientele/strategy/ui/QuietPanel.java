package org.clientele.strategy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.Optional;
import org.clientele.customer.Customer;
import org.clientele.customer.ui.CustomerPanel;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Vertical;
import org.clientele.strategy.ContactLimit;

/**
 * Says wherever a contact is written that customers are not contacted now, and from when on they are; and that this one had as many contacts as there
 * may be.
 */
@org.springframework.stereotype.Component
class QuietPanel implements CustomerPanel {
    private final WordsOfStrategies wordsOf;
    private final ContactLimit limit;

    QuietPanel(WordsOfStrategies wordsOf, ContactLimit limit) {
        this.wordsOf = wordsOf;
        this.limit = limit;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public Optional<Component> create(Vertical vertical, Customer customer) {
        return Optional.empty();
    }

    @Override
    public Optional<Component> brief(Vertical vertical, Customer customer) {
        StrategyWords words = wordsOf.of(vertical, UI.getCurrent().getLocale());
        return words.quietNow()
                .or(() -> limit.reached(vertical, customer.id()).map(words::reached))
                .map(text -> new Banner(Tone.WARN, text));
    }
}

package org.clientele.strategy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.Optional;
import org.clientele.customer.Customer;
import org.clientele.customer.ui.CustomerPanel;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Vertical;

/** Says wherever a contact is written that customers are not contacted now, and from when on they are. */
@org.springframework.stereotype.Component
class QuietPanel implements CustomerPanel {
    private final WordsOfStrategies wordsOf;

    QuietPanel(WordsOfStrategies wordsOf) {
        this.wordsOf = wordsOf;
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
        return wordsOf.of(vertical, UI.getCurrent().getLocale()).quietNow().map(text -> new Banner(Tone.WARN, text));
    }
}

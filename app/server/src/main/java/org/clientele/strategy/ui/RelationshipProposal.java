package org.clientele.strategy.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.clientele.common.ui.LatestEdit;
import org.clientele.plugins.api.StrategyDefinition.Relationship;
import org.clientele.segment.RelationshipGrid;

/** How close a relationship the grid of customers and margin proposes, and why; a button takes it. Not there where it cannot be told. */
final class RelationshipProposal extends Div {
    private final transient StrategyWords words;
    private final SerializableConsumer<Relationship> taken;

    RelationshipProposal(StrategyWords words, SerializableConsumer<Relationship> taken) {
        this.words = words;
        this.taken = taken;
        addClassName("form-wide");
        setVisible(false);
    }

    /** Shows what is found, when it is; until then nothing, since what stood there was for others. */
    void showFound(LatestEdit latest, Supplier<Optional<RelationshipGrid.Place>> found) {
        show(Optional.empty());
        UI ui = UI.getCurrent();
        latest.submit(() -> {
            Optional<RelationshipGrid.Place> place = found.get();
            ui.access(() -> show(place));
        });
    }

    void show(Optional<RelationshipGrid.Place> place) {
        removeAll();
        place.ifPresent(this::say);
        setVisible(place.isPresent());
    }

    /** "Proposed: Proactive. 12 % of the customers are here (medium); each brings 2.3 times the mean (high)." */
    private void say(RelationshipGrid.Place place) {
        Span why = new Span(words.text(
                "strategy.edit.proposed",
                words.relationship(place.level()),
                words.text(
                        "segment.relationship.number." + place.number().name().toLowerCase(Locale.ROOT)),
                words.text(
                        "segment.relationship.margin." + place.margin().name().toLowerCase(Locale.ROOT)),
                words.formats().whole(place.customers())));
        why.addClassName("caption");
        Button use = new Button(words.text("strategy.edit.proposed.use"), click -> taken.accept(place.level()));
        use.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        add(why, use);
    }
}

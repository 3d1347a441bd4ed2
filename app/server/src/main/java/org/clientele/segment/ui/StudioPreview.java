package org.clientele.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.clientele.engine.preview.Effect;
import org.clientele.frontend.Card;
import org.clientele.frontend.GridChart;
import org.clientele.plugins.api.ModelDefinition;
import org.jspecify.annotations.Nullable;

/** Where the studio shows what the draft does: sizes, who moves, what to look at, the label grid. */
final class StudioPreview {
    private static final long MILLION = 1_000_000;

    private OpenModel model;
    private final Div sentence = new Div();
    private final Div segments = new Div();
    private final Div movers = new Div();
    private final Div checks = new Div();
    private final Span speed = new Span();
    private final List<Card> filled = new ArrayList<>();
    private final @Nullable GridChart grid;

    StudioPreview(OpenModel model) {
        this.model = model;
        sentence.getElement().setAttribute("aria-live", "polite");
        speed.addClassName("caption");
        List.of(segments, movers, checks).forEach(part -> part.addClassName("stack"));
        segments.addClassName("effect");
        grid = model.model() instanceof ModelDefinition.Rfm
                ? new GridChart(model.words().model(model.model()))
                : null;
    }

    /** The label grid, where the model has one. */
    @Nullable
    GridChart grid() {
        return grid;
    }

    Card effect() {
        return new Card(model.text("segment.studio.effect"), sentence, segments)
                .hint(model.text("segment.studio.effect.hint"))
                .actions(speed);
    }

    Card whoMoves() {
        return filled(
                new Card(model.text("segment.studio.movers"), movers).hint(model.text("segment.studio.movers.hint")));
    }

    Card checks() {
        return filled(new Card(model.text("segment.studio.checks"), checks));
    }

    /** Shown once there is something in it. */
    private Card filled(Card card) {
        filled.add(card);
        return card;
    }

    /** Nothing is set yet that could be shown. */
    void blank() {
        sentence.setText(model.text("segment.studio.blank"));
        segments.removeAll();
        speed.setText("");
        filled.forEach(card -> card.setVisible(false));
    }

    /** Goes on with the model over other customers. */
    void follow(OpenModel now) {
        model = now;
    }

    void show(Effect effect, long nanos) {
        EffectCards cards = new EffectCards(model.words(), model.session(), effect);
        filled.forEach(card -> card.setVisible(true));
        sentence.setText(cards.sentence());
        replaceContent(segments, cards.segments());
        replaceContent(movers, cards.movers());
        replaceContent(checks, cards.checks());
        speed.setText(model.text("segment.studio.speed", model.words().formats().whole(Math.max(1, nanos / MILLION))));
        if (grid != null) {
            cards.drawGrid(grid);
        }
    }

    private static void replaceContent(Div holder, Component content) {
        holder.removeAll();
        holder.add(content);
    }
}

package org.clientele.strategy.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.clientele.plugins.api.StrategyDefinition.Relationship;

/** Kotler's five levels of relationship as five steps, the one aimed at with its name and meaning. */
final class RelationshipScale extends Div {
    RelationshipScale(StrategyWords words, Relationship level) {
        addClassName("relationship");
        Relationship[] levels = Relationship.values();
        Div steps = new Div();
        steps.addClassName("relationship-steps");
        steps.getElement().setAttribute("aria-hidden", "true");
        for (Relationship step : levels) {
            Span mark = new Span();
            mark.setClassName("relationship-reached", step.compareTo(level) <= 0);
            mark.setTitle(words.relationship(step));
            steps.add(mark);
        }
        Span name = new Span(words.relationship(level));
        name.addClassName("strong");
        Span place = new Span(
                words.text("strategy.relationship.place", level.ordinal() + 1, levels.length, words.meaning(level)));
        place.addClassName("caption");
        add(steps, new Div(name, place));
    }
}

package org.clientele.strategy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.strategy.StrategyChange;
import org.jspecify.annotations.Nullable;

/** What every place shows of a strategy: goal, relationship, actions, plays, source. */
final class StrategyContent {
    private StrategyContent() {}

    /**
     * @param plays the plays as the place shows them, or null: there are none
     */
    static List<Component> of(StrategyWords words, StrategyDefinition strategy, @Nullable PlayList plays) {
        List<Component> content = new ArrayList<>();
        Div goal = new Div(words.goal(strategy));
        goal.addClassName("strong");
        content.add(goal);
        if (strategy.relationship() != null) {
            content.add(new RelationshipScale(words, strategy.relationship()));
        }
        content.addAll(set(words, strategy));
        UnorderedList actions = new UnorderedList();
        actions.addClassName("bullets");
        words.actions(strategy).forEach(line -> actions.add(new ListItem(line)));
        content.add(actions);
        if (plays != null) {
            content.add(plays);
        }
        if (strategy.source() != null) {
            Div from = new Div(words.source(strategy.source()));
            from.addClassName("caption");
            content.add(from);
        }
        return content;
    }

    /** What only consultants set: for whom, by what it is measured, when it stops. */
    private static List<Component> set(StrategyWords words, StrategyDefinition strategy) {
        List<Component> lines = new ArrayList<>();
        StrategyChange change = words.applied().change(strategy);
        if (change != null) {
            line(
                    lines,
                    words,
                    "strategy.content.condition",
                    change.condition() == null ? null : words.condition(change.condition()));
            line(
                    lines,
                    words,
                    "strategy.content.measure",
                    change.measure() == null ? null : words.measure(change.measure()));
            line(
                    lines,
                    words,
                    "strategy.content.stop",
                    change.stopWhen() == null ? null : words.condition(change.stopWhen()));
        }
        return lines;
    }

    private static void line(List<Component> lines, StrategyWords words, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            Div line = new Div(words.text(key, value));
            line.addClassName("caption");
            lines.add(line);
        }
    }
}

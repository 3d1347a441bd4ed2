package org.clientele.strategy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.common.ui.condition.ConditionCounts;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.StrategyDefinition.Relationship;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.segment.RelationshipGrid;
import org.clientele.strategy.StrategyChange;
import org.jspecify.annotations.Nullable;

/** What a strategy is for: whom, what it wants to reach and by what that is seen, how close a relationship, when to stop. */
final class AimFields extends Div {
    private static final int NAME = 60;
    private static final int TEXT = 2_000;

    private final transient StrategyWords words;
    private final transient StrategyChange change;
    private final TextField name = new TextField();
    private final ConditionField condition;
    private final TextArea goal = new TextArea();
    private final ComboBox<String> measure = new ComboBox<>();
    private final Select<Relationship> relationship = new Select<>();
    private final TextArea actions = new TextArea();
    private final ConditionField stop;

    /** @param proposal where the grid of customers and margin puts the segment, or null: it cannot be told */
    AimFields(
            StrategyWords words,
            StrategyChange change,
            RelationshipGrid.@Nullable Placed proposal,
            ConditionCounts counts) {
        this.words = words;
        this.change = change;
        addClassName("form");
        condition = new ConditionField(words, "strategy.edit.condition", change.condition(), counts);
        stop = new ConditionField(words, "strategy.edit.stop", change.stopWhen(), counts);
        stop.setHelp(words.text("strategy.edit.stop.help"));
        if (change.condition() != null) {
            name.setLabel(words.text("strategy.edit.name"));
            name.setMaxLength(NAME);
            name.setValue(change.name().in(words.locale()));
            add(name, condition);
        }
        area(goal, "strategy.edit.goal", change.goal().in(words.locale()));
        area(actions, "strategy.edit.actions", change.actions().in(words.locale()));
        actions.setHelperText(words.text("strategy.edit.actions.help"));
        measure();
        relationship();
        add(goal, measure, relationship);
        if (proposal != null) {
            add(proposed(proposal));
        }
        add(actions, stop);
    }

    private static void area(TextArea area, String key, String value) {
        area.setLabel(area.getTranslation(key));
        area.setMaxLength(TEXT);
        area.setMinRows(2);
        area.setValue(value);
        area.addClassName("form-wide");
    }

    private void measure() {
        VerticalDefinition definition = words.applied().vertical().definition();
        measure.setLabel(words.text("strategy.edit.measure"));
        measure.setHelperText(words.text("strategy.edit.measure.help"));
        measure.setItems(Stream.concat(
                        definition.metrics().stream().map(MetricDefinition::id),
                        definition.activities().stream().map(ActivityDefinition::id))
                .distinct()
                .toList());
        measure.setItemLabelGenerator(words::measure);
        measure.setClearButtonVisible(true);
        measure.setValue(change.measure());
    }

    private void relationship() {
        relationship.setLabel(words.text("strategy.edit.relationship"));
        relationship.setItems(Relationship.values());
        relationship.setItemLabelGenerator(level -> words.text(
                level == null
                        ? "strategy.edit.relationship.none"
                        : "strategy.relationship." + level.name().toLowerCase(Locale.ROOT)));
        relationship.setEmptySelectionAllowed(true);
        relationship.setEmptySelectionCaption(words.text("strategy.edit.relationship.none"));
        relationship.setValue(change.relationship());
    }

    /** "Proposed: Proactive. 12 % of the customers are here (medium); each brings 2.3 times the mean (high)." */
    private Div proposed(RelationshipGrid.Placed placed) {
        Span why = new Span(words.text(
                "strategy.edit.proposed",
                words.relationship(placed.level()),
                words.text(
                        "segment.relationship.number." + placed.number().name().toLowerCase(Locale.ROOT)),
                words.text(
                        "segment.relationship.margin." + placed.margin().name().toLowerCase(Locale.ROOT)),
                words.formats().whole(placed.segment().count())));
        why.addClassName("caption");
        Button use =
                new Button(words.text("strategy.edit.proposed.use"), click -> relationship.setValue(placed.level()));
        use.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        Div line = new Div(why, use);
        line.addClassName("form-wide");
        return line;
    }

    /** What the fields say, with these plays. */
    StrategyChange with(List<StrategyChange.Play> plays) {
        return new StrategyChange(
                change.segment(),
                change.condition() == null ? change.name() : change.name().with(words.locale(), name.getValue()),
                change.condition() == null ? null : condition.value(),
                change.goal().with(words.locale(), goal.getValue()),
                measure.getValue(),
                relationship.getValue(),
                change.actions().with(words.locale(), actions.getValue()),
                plays,
                Optional.of(stop.value()).filter(text -> !text.isEmpty()).orElse(null),
                change.source());
    }
}

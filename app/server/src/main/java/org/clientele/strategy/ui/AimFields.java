package org.clientele.strategy.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clientele.common.ui.LatestEdit;
import org.clientele.common.ui.condition.ConditionCounts;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.StrategyDefinition.Relationship;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.segment.RelationshipGrid;
import org.clientele.strategy.StrategyChange;

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
    private final RelationshipProposal proposal;

    AimFields(StrategyWords words, StrategyChange change, ConditionCounts counts) {
        this.words = words;
        this.change = change;
        this.proposal = new RelationshipProposal(words, relationship::setValue);
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
        add(goal, measure, relationship, proposal, actions, stop);
    }

    /** Proposes the relationship of customers who stand there in the grid of customers and margin. */
    void propose(Optional<RelationshipGrid.Place> place) {
        proposal.show(place);
    }

    /**
     * Proposes the relationship of whoever meets the condition, now and when it was edited.
     *
     * @param found where they stand; called on the workers
     */
    void propose(Function<String, Optional<RelationshipGrid.Place>> found, Executor workers) {
        LatestEdit latest = new LatestEdit(workers);
        condition.follow(when -> proposal.showFound(latest, () -> found.apply(when)));
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

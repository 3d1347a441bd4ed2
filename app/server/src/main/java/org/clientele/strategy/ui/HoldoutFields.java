package org.clientele.strategy.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clientele.common.ui.condition.ConditionCounts;
import org.clientele.engine.statistics.HoldoutDraw;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.strategy.HoldoutPlan;
import org.jspecify.annotations.Nullable;

/** How many are left untreated, and what is looked at when. */
final class HoldoutFields extends Div {
    private static final int USUAL = 10;
    private static final int QUARTER = 90;

    private final Select<Integer> percent = new Select<>();
    private final Select<String> strata = new Select<>();
    private final ComboBox<String> outcome = new ComboBox<>();
    private final IntegerField horizon = new IntegerField();
    private final NumberField worthwhile = new NumberField();
    private final ConditionField among;
    private final long seed;

    /**
     * @param plan as it is set, or null
     * @param measure what the strategy is measured by, or null
     * @param seed of a draw that is still to begin
     * @param counts of customers while a condition is built
     */
    HoldoutFields(
            StrategyWords words,
            @Nullable HoldoutPlan plan,
            @Nullable String measure,
            long seed,
            ConditionCounts counts) {
        addClassName("form");
        VerticalDefinition definition = words.applied().vertical().definition();
        this.seed = plan == null ? seed : plan.seed();
        percent.setLabel(words.text("strategy.uplift.percent"));
        percent.setItems(IntStream.rangeClosed(0, HoldoutPlan.MOST * HoldoutDraw.BLOCK / 100)
                .mapToObj(step -> step * 100 / HoldoutDraw.BLOCK)
                .toList());
        percent.setItemLabelGenerator(share -> share == 0
                ? words.text("strategy.uplift.percent.none")
                : words.formats().percentWhole(share / 100.0));
        percent.setValue(plan == null ? USUAL : plan.percent());
        strata.setLabel(words.text("strategy.uplift.strata"));
        List<String> within = new ArrayList<>(List.of(""));
        definition.models().stream().map(ModelDefinition::id).forEach(within::add);
        strata.setItems(within);
        strata.setItemLabelGenerator(model -> model.isEmpty()
                ? words.text("strategy.uplift.strata.value")
                : words.names().text(Texts.model(model)));
        strata.setValue(plan == null ? "" : plan.strata());
        outcome.setLabel(words.text("strategy.uplift.outcome"));
        outcome.setHelperText(words.text("strategy.uplift.outcome.help"));
        outcome.setItems(Stream.concat(
                        definition.activities().stream().map(ActivityDefinition::id),
                        definition.metrics().stream().map(MetricDefinition::id))
                .distinct()
                .toList());
        outcome.setItemLabelGenerator(words::measure);
        outcome.setValue(
                plan == null ? Objects.requireNonNullElse(measure, definition.primaryActivity()) : plan.outcome());
        horizon.setLabel(words.text("strategy.uplift.horizon"));
        horizon.setValue(plan == null ? QUARTER : plan.horizonDays());
        worthwhile.setLabel(words.text("strategy.uplift.worthwhile"));
        worthwhile.setHelperText(words.text("strategy.uplift.worthwhile.help"));
        worthwhile.setValue(plan == null ? null : plan.worthwhile());
        among = new ConditionField(words, "strategy.uplift.among", plan == null ? null : plan.among(), counts);
        among.setHelp(words.text("strategy.uplift.among.help"));
        add(percent, strata, outcome, horizon, worthwhile, among);
    }

    HoldoutPlan plan() {
        return new HoldoutPlan(
                percent.getValue(),
                seed,
                strata.getValue(),
                Objects.requireNonNullElse(outcome.getValue(), ""),
                Objects.requireNonNullElse(horizon.getValue(), 0),
                worthwhile.getValue(),
                among.value());
    }
}

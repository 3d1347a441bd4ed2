package org.clientele.cases.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clientele.cases.CaseState;
import org.clientele.cases.CaseType;
import org.clientele.cases.ServicePolicy;
import org.clientele.cases.ServicePolicy.Goal;
import org.clientele.cases.WorkingCalendar;
import org.clientele.common.Problem;
import org.clientele.frontend.Card;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.Texts;
import org.jspecify.annotations.Nullable;

/** How soon cases of each type are answered and solved, for whom sooner, and from when somebody is told. */
final class GoalsCard extends Card {
    private static final int MINUTES = 60;
    private static final int WHOLE = 100;
    private static final double PERCENT = 100;

    private final CaseWords words;
    private final Vertical vertical;
    private final Locale locale;
    private final Map<CaseType, GoalRow> types = new EnumMap<>(CaseType.class);
    private final Select<String> tierModel = new Select<>();
    private final Div tierRows = new Div();
    private final Map<String, IntegerField> tiers = new LinkedHashMap<>();
    private final CheckboxGroup<CaseState> pauses = new CheckboxGroup<>();
    private final IntegerField near = new IntegerField();
    private final IntegerField escalate = new IntegerField();

    GoalsCard(CaseWords words, Vertical vertical, Locale locale) {
        super(words.text("cases.goals"));
        hint(words.text("cases.goals.hint"));
        this.words = words;
        this.vertical = vertical;
        this.locale = locale;
        addClassName("stack");
        add(headings());
        for (CaseType type : CaseType.values()) {
            GoalRow row = new GoalRow(words, words.type(type));
            types.put(type, row);
            add(row);
        }
        tierModel.setLabel(words.text("cases.goals.tiers"));
        tierModel.setItems(
                vertical.definition().models().stream().map(ModelDefinition::id).toList());
        tierModel.setEmptySelectionAllowed(true);
        tierModel.setEmptySelectionCaption(words.text("cases.goals.alike"));
        tierModel.setItemLabelGenerator(
                model -> model == null ? words.text("cases.goals.alike") : vertical.text(locale, Texts.model(model)));
        tierModel.addValueChangeListener(change -> showTiers(change.getValue(), Map.of()));
        tierRows.addClassName("stack");
        pauses.setLabel(words.text("cases.goals.pauses"));
        pauses.setItems(CaseState.WAITING_CUSTOMER, CaseState.WAITING_THIRD);
        pauses.setItemLabelGenerator(words::state);
        near.setLabel(words.text("cases.goals.near"));
        near.setSuffixComponent(new Div("%"));
        escalate.setLabel(words.text("cases.goals.escalate"));
        escalate.setSuffixComponent(new Div("%"));
        Div shares = new Div(near, escalate);
        shares.addClassName("row");
        add(tierModel, tierRows, pauses, shares);
    }

    private Div headings() {
        Span answer = new Span(words.text("cases.clock.answer"));
        Span solution = new Span(words.text("cases.clock.solution"));
        Div headings = new Div(new Span(words.text("cases.field.type")), answer, solution);
        headings.addClassNames("row", "hours-row", "caption");
        headings.getElement().setAttribute("aria-hidden", "true");
        return headings;
    }

    /** Whether cases of the type are taken, and the hours of their goal. */
    private static final class GoalRow extends Div {
        private final Checkbox taken;
        private final NumberField answer;
        private final NumberField solution;

        GoalRow(CaseWords words, String type) {
            addClassNames("row", "hours-row");
            taken = new Checkbox(type);
            answer = hours(words, words.text("cases.goals.answer", type));
            solution = hours(words, words.text("cases.goals.solution", type));
            add(taken, answer, solution);
        }

        private static NumberField hours(CaseWords words, String label) {
            NumberField field = new NumberField();
            field.setAriaLabel(label);
            field.setTooltipText(label);
            field.setSuffixComponent(new Div(words.text("cases.goals.hours")));
            field.setWidth("120px");
            return field;
        }

        void set(boolean isTaken, Goal goal) {
            taken.setValue(isTaken);
            answer.setValue((double) goal.answer() / MINUTES);
            solution.setValue((double) goal.solution() / MINUTES);
        }

        Goal goal() {
            return new Goal(minutes(answer), minutes(solution));
        }

        private static int minutes(NumberField field) {
            return (int) Math.round(Objects.requireNonNullElse(field.getValue(), 0.0) * MINUTES);
        }
    }

    void show(ServicePolicy policy) {
        types.forEach((type, row) -> row.set(
                policy.types().contains(type),
                Objects.requireNonNull(policy.goals().get(type))));
        String model = policy.tierModel();
        tierModel.setValue(vertical.definition().model(String.valueOf(model)) == null ? null : model);
        showTiers(tierModel.getValue(), policy.tiers());
        pauses.setValue(policy.pauses());
        near.setValue((int) Math.round(policy.nearShare() * PERCENT));
        escalate.setValue((int) Math.round(policy.escalateShare() * PERCENT));
    }

    private void showTiers(@Nullable String model, Map<String, Integer> shares) {
        tiers.clear();
        tierRows.removeAll();
        ModelDefinition definition =
                model == null ? null : vertical.definition().model(model);
        if (definition == null) {
            return;
        }
        tierRows.add(new Div(words.text("cases.goals.tiers.help")));
        definition.segments().forEach(segment -> {
            IntegerField share = new IntegerField(vertical.text(locale, Texts.segment(definition.id(), segment.id())));
            share.setSuffixComponent(new Div("%"));
            share.setValue(shares.getOrDefault(segment.id(), WHOLE));
            tiers.put(segment.id(), share);
        });
        Div row = new Div();
        row.addClassName("row");
        tiers.values().forEach(row::add);
        tierRows.add(row);
    }

    ServicePolicy read(WorkingCalendar calendar) {
        Set<CaseType> taken = EnumSet.noneOf(CaseType.class);
        Map<CaseType, Goal> goals = new EnumMap<>(CaseType.class);
        types.forEach((type, row) -> {
            goals.put(type, row.goal());
            if (row.taken.getValue()) {
                taken.add(type);
            }
        });
        Map<String, Integer> shares = new LinkedHashMap<>();
        tiers.forEach((segment, share) -> shares.put(segment, number(share)));
        return new ServicePolicy(
                calendar,
                taken,
                goals,
                tierModel.getValue(),
                shares,
                pauses.getValue(),
                number(near) / PERCENT,
                number(escalate) / PERCENT);
    }

    private static int number(IntegerField field) {
        Integer number = field.getValue();
        if (number == null) {
            throw new Problem("cases.problem.share", field.getLabel());
        }
        return number;
    }
}

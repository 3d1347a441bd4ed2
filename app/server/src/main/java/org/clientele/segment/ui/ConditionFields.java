package org.clientele.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.clientele.common.ui.condition.ConditionCompletion;
import org.clientele.common.ui.condition.ConditionSentence;
import org.clientele.common.ui.condition.ConditionSubjects;
import org.clientele.engine.model.RulesResult;
import org.clientele.engine.preview.Effect;
import org.clientele.frontend.Icon;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.definition.ConditionLanguage;
import org.clientele.segment.ModelChange;
import org.clientele.segment.ThresholdBounds;
import org.clientele.segment.ui.NumberFields.Limits;

/** Ordered conditions, each with its segment and how many customers it concerns; thresholds where the conditions have names for them. */
final class ConditionFields extends ModelFields {
    private transient OpenModel opened;
    private final transient SegmentWords words;
    private final transient ModelDefinition model;
    private final transient RuleSentences sentences;
    private final transient Function<ConditionFields, ModelChange> change;
    private final List<Row> rows = new ArrayList<>();
    private final Div list = new Div();
    private final NumberFields parameters = new NumberFields();
    private final Select<String> otherwise = new Select<>();
    private final List<String> names;

    private ConditionFields(
            OpenModel opened,
            ModelDefinition model,
            List<ModelDefinition.Rule> rules,
            Map<String, Double> thresholds,
            Function<ConditionFields, ModelChange> change) {
        this.opened = opened;
        this.words = opened.words();
        this.model = model;
        this.change = change;
        this.names = List.copyOf(thresholds.keySet());
        this.sentences = new RuleSentences(
                words, model, opened.session().conditions(thresholds).scope(), names);
        addClassName("stack");
        list.addClassName("conditions");
        thresholds.forEach(
                (name, value) -> parameters.field(words.names().text(Texts.modelParameter(model.id(), name)), value));
        parameters.onChange(() -> rows.forEach(Row::say));
        if (!names.isEmpty()) {
            add(heading("segment.thresholds"), parameters.even());
        }
        rules.forEach(rule -> rows.add(new Row(rule)));
        Button more = new Button(words.text("segment.studio.condition.add"), Icon.PLUS.create(), click -> append());
        add(heading("segment.rules"), order(), list, more);
        draw();
    }

    @Override
    void follow(OpenModel now) {
        opened = now;
    }

    private H3 heading(String key) {
        H3 heading = new H3(words.text(key));
        heading.addClassName("section-title");
        return heading;
    }

    private Div order() {
        boolean labels =
                model instanceof ModelDefinition.Rules chosen && chosen.match() == ModelDefinition.Rules.Match.ALL;
        Div order = new Div(words.text(labels ? "segment.rules.all" : "segment.rules.first"));
        order.addClassName("caption");
        return order;
    }

    /** What conditions compare, thresholds among it. */
    private ConditionSubjects subjects() {
        Map<String, String> named = new LinkedHashMap<>();
        names.forEach(name -> named.put(name, words.names().text(Texts.modelParameter(model.id(), name))));
        return ConditionSubjects.of(
                        words.vertical().definition(),
                        words.names(),
                        opened.session().hidden())
                .and(named);
    }

    /** Says conditions with the thresholds as they stand. */
    private ConditionSentence sentences() {
        return sentences.with(thresholds());
    }

    static ConditionFields of(OpenModel opened, ModelDefinition.Rules model) {
        ConditionFields fields = new ConditionFields(
                opened,
                model,
                model.rules(),
                Map.of(),
                f -> new ModelChange.Rules(
                        model.id(),
                        f.rules(),
                        Optional.ofNullable(f.otherwise.getValue())
                                .filter(id -> !id.isEmpty())
                                .orElse(null)));
        fields.offerOtherwise(Optional.ofNullable(model.otherwise()).orElse(""));
        return fields;
    }

    static ConditionFields of(OpenModel opened, ModelDefinition.LifeCycle model) {
        return new ConditionFields(
                opened,
                model,
                model.stages(),
                model.parameters(),
                f -> new ModelChange.LifeCycle(model.id(), f.thresholds(), f.rules()));
    }

    private void offerOtherwise(String chosen) {
        List<String> segments = new ArrayList<>(List.of(""));
        segments.addAll(segmentIds());
        otherwise.setLabel(words.text("segment.studio.otherwise"));
        otherwise.setItems(segments);
        otherwise.setItemLabelGenerator(
                id -> id.isEmpty() ? words.text("segment.studio.otherwise.none") : segmentName(id));
        otherwise.setValue(chosen);
        add(otherwise);
    }

    private List<String> segmentIds() {
        return model.segments().stream().map(SegmentDefinition::id).toList();
    }

    private String segmentName(String id) {
        return words.names().segment(model.id(), id);
    }

    private Map<String, Double> thresholds() {
        Map<String, Double> thresholds = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            parameters.number(i).ifPresent(number -> thresholds.put(name, number));
        }
        return thresholds;
    }

    private List<ModelDefinition.Rule> rules() {
        return rows.stream().map(Row::rule).toList();
    }

    private void append() {
        Row row = new Row(new ModelDefinition.Rule(next(), "true", null));
        rows.add(row);
        watch(row);
        draw();
        edited();
    }

    /** The first segment that nothing leads to yet. */
    private String next() {
        List<String> led = rules().stream().map(ModelDefinition.Rule::segment).toList();
        return segmentIds().stream()
                .filter(id -> !led.contains(id))
                .findFirst()
                .orElse(segmentIds().getFirst());
    }

    private void move(Row row, int by) {
        int from = rows.indexOf(row);
        int to = from + by;
        if (to >= 0 && to < rows.size()) {
            Collections.swap(rows, from, to);
            draw();
            edited();
        }
    }

    /** Not called remove: within a row that is the removal of its own parts. */
    private void drop(Row row) {
        rows.remove(row);
        draw();
        edited();
    }

    private void draw() {
        list.removeAll();
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).number(i + 1);
            list.add(rows.get(i));
        }
    }

    @Override
    Optional<String> judge() {
        rows.forEach(row -> row.when.setInvalid(false));
        Set<String> counted = names.isEmpty()
                ? Set.of()
                : ThresholdBounds.neverNegative(words.vertical().definition(), model.id(), thresholds(), rules());
        return parameters.judge(List.of(), place -> counted.contains(names.get(place)) ? Limits.COUNTED : Limits.ANY);
    }

    @Override
    boolean isBlank() {
        return rows.isEmpty();
    }

    @Override
    void refuse(int place, String message) {
        if (place < rows.size()) {
            TextArea when = rows.get(place).when;
            when.setInvalid(true);
            when.setErrorMessage(message);
        }
    }

    @Override
    ModelChange change() {
        return change.apply(this);
    }

    @Override
    void show(Effect effect) {
        if (effect.after() instanceof RulesResult result) {
            List<RulesResult.RuleCount> counts = result.ruleCounts();
            for (int i = 0; i < Math.min(rows.size(), counts.size()); i++) {
                rows.get(i).count(counts.get(i));
            }
        }
    }

    /** One condition. */
    private final class Row extends Div {
        private final Span number = new Span();
        private final Select<String> segment = new Select<>();
        private final TextArea when = new TextArea();
        private final Span counts = new Span();
        private final Span says = new Span();
        private final transient ModelDefinition.Rule rule;

        Row(ModelDefinition.Rule rule) {
            this.rule = rule;
            addClassName("condition");
            number.addClassName("condition-number");
            counts.addClassNames("caption", "num");
            segment.addClassName("grow");
            segment.setItems(segmentIds());
            segment.setItemLabelGenerator(ConditionFields.this::segmentName);
            segment.setValue(rule.segment());
            when.setValue(rule.when());
            when.setMinRows(1);
            when.setWidthFull();
            when.setManualValidation(true);
            when.setMaxLength(2 * ConditionLanguage.MAX_LENGTH);
            Div head = new Div(number, segment, buttons());
            head.addClassNames("row", "condition-head");
            says.addClassNames("caption", "grow");
            Div foot = new Div(says, counts);
            foot.addClassNames("row", "condition-foot");
            when.addValueChangeListener(edit -> say());
            say();
            add(head, when, foot);
            ConditionCompletion.in(when, this, ConditionFields.this::subjects, ConditionFields.this::sentences);
        }

        /** The condition in words; nothing while it cannot be read, which the studio explains. */
        private void say() {
            try {
                says.setText(sentences().of(when.getValue()));
            } catch (IllegalArgumentException unread) {
                says.setText("");
            }
        }

        private Component buttons() {
            Div buttons = new Div(
                    new ConditionButton(
                            opened,
                            when,
                            ConditionFields.this::subjects,
                            ConditionFields.this::sentences,
                            ConditionFields.this::thresholds),
                    button(Icon.ARROW_UP, "segment.studio.condition.up", () -> move(this, -1)),
                    button(Icon.ARROW_DOWN, "segment.studio.condition.down", () -> move(this, 1)),
                    button(Icon.X, "segment.studio.condition.remove", () -> drop(this)));
            buttons.addClassName("nowrap");
            return buttons;
        }

        private Button button(Icon icon, String key, Runnable work) {
            Button button = new Button(icon.create(), click -> work.run());
            button.addThemeVariants(ButtonVariant.TERTIARY);
            button.setAriaLabel(words.text(key));
            button.setTooltipText(words.text(key));
            return button;
        }

        void number(int place) {
            number.setText(String.valueOf(place));
            segment.setAriaLabel(words.text("segment.studio.condition.segment", place));
            when.setAriaLabel(words.text("segment.studio.condition.when", place));
        }

        void count(RulesResult.RuleCount count) {
            counts.setText(words.text(
                    "segment.studio.condition.count",
                    words.formats().whole(count.held()),
                    words.formats().whole(count.decided())));
        }

        ModelDefinition.Rule rule() {
            return new ModelDefinition.Rule(
                    Optional.ofNullable(segment.getValue()).orElse(""),
                    when.getValue().strip(),
                    rule.source());
        }
    }
}

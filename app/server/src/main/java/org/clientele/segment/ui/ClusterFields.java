package org.clientele.segment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.Measures;
import org.clientele.segment.ModelChange;
import org.jspecify.annotations.Nullable;

/** By which numbers how many groups are found, or the rules they were frozen into, and what each is called in both languages. */
final class ClusterFields extends ModelFields {
    /** The languages a group is named in. */
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    private transient OpenModel opened;
    private final transient SegmentWords words;
    private final transient ModelDefinition.Clusters model;
    private final IntegerField count = new IntegerField();
    private final IntegerField seed = new IntegerField();
    private final MeasuresField fields;
    private final Div found = new Div();
    private final Div frozen = new Div();
    private final transient List<NameField> names = new ArrayList<>();
    private @Nullable ConditionFields rules;

    private record NameField(String segment, Locale language, TextField field) {}

    ClusterFields(OpenModel opened, ModelDefinition.Clusters model) {
        this.opened = opened;
        this.words = opened.words();
        this.model = model;
        addClassName("stack");
        frozen.addClassName("stack");
        count.setLabel(words.text("segment.cluster.count"));
        count.setMin(2);
        count.setMax(model.segments().size());
        count.setStepButtonsVisible(true);
        count.setValue(model.count());
        seed.setLabel(words.text("segment.cluster.seed"));
        seed.setHelperText(words.text("segment.cluster.seed.hint"));
        seed.setValue((int) model.seed());
        fields = new MeasuresField(
                words,
                words.text("segment.cluster.fields"),
                MeasureField.visible(
                        Measures.numbers(words.vertical().definition()),
                        opened.session().hidden()),
                model.fields());
        fields.setHelperText(words.text("segment.cluster.fields.hint", Measures.FEWEST, Measures.MOST));
        Div numbers = new Div(count, seed);
        numbers.addClassNames("row", "halves", "fields-hinted");
        found.addClassName("stack");
        found.add(fields, numbers);
        if (!model.frozen().isEmpty()) {
            freeze();
        }
        add(found, frozen, nameFields());
    }

    @Override
    void follow(OpenModel now) {
        opened = now;
        Optional.ofNullable(rules).ifPresent(frozenRules -> frozenRules.follow(now));
    }

    private void freeze() {
        ConditionFields conditions = ConditionFields.of(opened, model.rules());
        rules = conditions;
        found.setVisible(false);
        Button find = new Button(words.text("segment.cluster.unfreeze"), click -> {
            rules = null;
            frozen.removeAll();
            found.setVisible(true);
            edited();
        });
        frozen.add(new Banner(Tone.ACCENT, words.text("segment.cluster.frozen")), find, conditions);
    }

    private Div nameFields() {
        Div hint = new Div(words.text("segment.cluster.names.hint"));
        hint.addClassName("caption");
        Div fields = new Div(hint);
        fields.addClassName("stack");
        for (int i = 0; i < model.segments().size(); i++) {
            String segment = model.segments().get(i).id();
            Div row = new Div();
            row.addClassNames("row", "halves");
            for (Locale language : LANGUAGES) {
                TextField field = new TextField(
                        words.text("segment.cluster.name." + language.getLanguage(), String.valueOf(i + 1)));
                field.setValue(
                        model.names().getOrDefault(segment, Map.of()).getOrDefault(language.toLanguageTag(), ""));
                names.add(new NameField(segment, language, field));
                row.add(field);
            }
            int group = i;
            showNamed(row, group);
            count.addValueChangeListener(change -> showNamed(row, group));
            fields.add(row);
        }
        return fields;
    }

    /** Groups that are not looked for need no name. */
    private void showNamed(Div row, int group) {
        Integer wanted = count.getValue();
        row.setVisible(wanted == null || group < wanted);
    }

    @Override
    void refuse(int place, String message) {
        Optional.ofNullable(rules).ifPresent(conditions -> conditions.refuse(place, message));
    }

    @Override
    Optional<String> judge() {
        if (rules != null) {
            return rules.judge();
        }
        return fields.judge(Measures.FEWEST, Measures.MOST) ? Optional.empty() : Optional.of(fields.getLabel());
    }

    @Override
    ModelChange change() {
        Map<String, Map<String, String>> named = new HashMap<>();
        for (NameField name : names) {
            String text = name.field().getValue().strip();
            if (!text.isEmpty()) {
                named.computeIfAbsent(name.segment(), segment -> new HashMap<>())
                        .put(name.language().toLanguageTag(), text);
            }
        }
        return new ModelChange.Clusters(
                model.id(),
                fields.ids(),
                Optional.ofNullable(count.getValue()).orElse(0),
                Optional.ofNullable(seed.getValue()).orElse(1),
                conditions(),
                named);
    }

    private List<ModelDefinition.Rule> conditions() {
        return rules != null && rules.change() instanceof ModelChange.Rules changed ? changed.rules() : List.of();
    }
}

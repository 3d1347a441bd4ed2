package org.clientele.common.ui.condition;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.common.ui.condition.ListField.Choice;
import org.clientele.common.ui.condition.ListField.Kind;
import org.clientele.frontend.Tone;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.ModelFigure;
import org.clientele.plugins.definition.Scope;

/** What conditions of a vertical can compare, named in a language: fields of customers, or those of the rows of an activity. Immutable. */
public final class ConditionSubjects {
    private final Map<String, ListField> fields = new LinkedHashMap<>();
    private final Map<String, ConditionSubjects> activities = new LinkedHashMap<>();

    private final Set<String> histories = new HashSet<>();
    private final Set<String> spells = new HashSet<>();

    private ConditionSubjects() {}

    /**
     * The fields of customers: segments, metrics, what models foretell, attributes.
     *
     * @param hidden attributes that the reader may not see: there are no fields of them
     */
    public static ConditionSubjects of(VerticalDefinition definition, VerticalFormats formats, Set<String> hidden) {
        ConditionSubjects subjects = new ConditionSubjects();
        definition.models().forEach(model -> subjects.put(segment(model, formats)));
        definition.metrics().forEach(metric -> subjects.put(metric(metric, formats)));
        ModelFigure.all(definition).forEach(figure -> subjects.put(figure(figure, formats)));
        definition.attributes().stream()
                .filter(attribute -> !hidden.contains(attribute.id()))
                .forEach(attribute -> subjects.put(attribute(attribute, formats)));
        return subjects;
    }

    /**
     * The same as far as a scope has them, with the scope's named thresholds and activities.
     *
     * @param texts names what the portal adds: days since a row, days in a segment
     */
    public ConditionSubjects within(
            Scope scope, VerticalDefinition definition, VerticalFormats formats, Component texts) {
        ConditionSubjects subjects = new ConditionSubjects();
        Set<String> variables = scope.variables().keySet();
        fields.values().stream().filter(field -> variables.contains(field.id())).forEach(subjects::put);
        scope.histories().stream().filter(fields::containsKey).forEach(subjects.histories::add);
        scope.spells().stream().map(fields::get).filter(Objects::nonNull).forEach(field -> {
            subjects.spells.add(field.id());
            subjects.put(new ListField(
                    "days_in(" + field.id() + ")",
                    texts.getTranslation("customer.condition.days_in", field.name()),
                    Kind.DAYS,
                    List.of()));
        });
        String daysAgo = texts.getTranslation("customer.condition.days_ago");
        definition.activities().stream()
                .filter(activity -> scope.activities().contains(activity.id()))
                .forEach(activity -> {
                    subjects.put(new ListField(
                            activity.id(), formats.text(Texts.activity(activity.id())), Kind.ACTIVITY, List.of()));
                    subjects.activities.put(activity.id(), rows(activity, scope, formats, daysAgo));
                });
        return subjects;
    }

    /** Also numbers by name, as the thresholds of a model are. */
    public ConditionSubjects and(Map<String, String> numbers) {
        ConditionSubjects subjects = new ConditionSubjects();
        fields.values().forEach(subjects::put);
        subjects.activities.putAll(activities);
        subjects.histories.addAll(histories);
        subjects.spells.addAll(spells);
        numbers.forEach((id, name) -> subjects.put(new ListField(id, name, Kind.DECIMAL, List.of())));
        return subjects;
    }

    private static ConditionSubjects rows(
            ActivityDefinition activity, Scope scope, VerticalFormats formats, String daysAgo) {
        ConditionSubjects rows = new ConditionSubjects();
        for (ActivityDefinition.ActivityField field : activity.fields()) {
            String id = activity.id() + "." + field.id();
            if (scope.variables().containsKey(id)) {
                List<Choice> choices = field.values().stream()
                        .map(value -> new Choice(
                                value, formats.text(Texts.activityFieldValue(activity.id(), field.id(), value)), null))
                        .toList();
                String name = formats.text(Texts.activityField(activity.id(), field.id()));
                rows.put(new ListField(id, name, kind(field.type()), choices));
            }
        }
        rows.put(new ListField(activity.id() + "." + Scope.DAYS_AGO, daysAgo, Kind.WHOLE, List.of()));
        return rows;
    }

    /** All of them, in the order of the vertical. */
    public List<ListField> all() {
        return List.copyOf(fields.values());
    }

    /** The field of that id. */
    public Optional<ListField> find(String id) {
        return Optional.ofNullable(fields.get(id));
    }

    /** Whether it is known what a field was earlier. */
    boolean hasHistory(ListField field) {
        return histories.contains(field.id());
    }

    /** Whether it is known since when a field is what it is. */
    boolean hasSpells(ListField field) {
        return spells.contains(field.id());
    }

    /** The fields of an activity's rows. */
    Optional<ConditionSubjects> rows(String activity) {
        return Optional.ofNullable(activities.get(activity));
    }

    private void put(ListField field) {
        fields.put(field.id(), field);
    }

    private static ListField segment(ModelDefinition model, VerticalFormats formats) {
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < model.segments().size(); i++) {
            String id = model.segments().get(i).id();
            String colour = model.segments().get(i).colour();
            choices.add(new Choice(id, formats.segment(model.id(), id), colour == null ? Tone.byIndex(i) : colour));
        }
        return new ListField(
                Scope.SEGMENT_PREFIX + model.id(), formats.text(Texts.model(model.id())), Kind.SEGMENT, choices);
    }

    private static ListField metric(MetricDefinition metric, VerticalFormats formats) {
        Kind kind =
                switch (metric.type()) {
                    case COUNT -> Kind.WHOLE;
                    case DAYS -> Kind.DAYS;
                    case MONEY -> Kind.MONEY;
                    case SHARE -> Kind.SHARE;
                    case DECIMAL -> Kind.DECIMAL;
                    case DATE -> Kind.DATE;
                };
        return new ListField(metric.id(), formats.name(metric.id()), kind, List.of());
    }

    private static ListField figure(ModelFigure figure, VerticalFormats formats) {
        Kind kind =
                switch (figure.kind()) {
                    case VALUE -> Kind.MONEY;
                    case PURCHASES -> Kind.DECIMAL;
                    case ALIVE, RISK -> Kind.SHARE;
                };
        return new ListField(figure.variable(), formats.name(figure.variable()), kind, List.of());
    }

    private static ListField attribute(AttributeDefinition attribute, VerticalFormats formats) {
        List<Choice> choices = attribute.values().stream()
                .map(value -> new Choice(value, formats.choice(attribute.id(), value), null))
                .toList();
        return new ListField(attribute.id(), formats.name(attribute.id()), kind(attribute.type()), choices);
    }

    private static Kind kind(FieldType type) {
        return switch (type) {
            case TEXT -> Kind.TEXT;
            case CHOICE -> Kind.CHOICE;
            case INTEGER -> Kind.WHOLE;
            case DECIMAL -> Kind.DECIMAL;
            case MONEY -> Kind.MONEY;
            case BOOLEAN -> Kind.FLAG;
            case DATE -> Kind.DATE;
        };
    }
}

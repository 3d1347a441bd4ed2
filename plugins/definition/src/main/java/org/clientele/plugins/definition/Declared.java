package org.clientele.plugins.definition;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.MetricDefinition.ValueType;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.plugins.api.VerticalDefinition;

/** What a vertical declares, by what it is good for; a part that names something else is reported. */
final class Declared {
    static final Set<FieldType> NUMBERS = EnumSet.of(FieldType.INTEGER, FieldType.DECIMAL, FieldType.MONEY);
    static final Set<FieldType> GROUPINGS = EnumSet.of(FieldType.CHOICE, FieldType.TEXT, FieldType.BOOLEAN);

    private final VerticalDefinition vertical;
    private final Report report;
    private final List<String> variables;
    private final List<String> numbers;
    private final List<String> dates;
    private final List<String> groupings;
    private final List<String> columns;

    Declared(VerticalDefinition vertical, Report report) {
        this.vertical = vertical;
        this.report = report;
        variables = variables(_ -> true, _ -> true);
        numbers = variables(a -> NUMBERS.contains(a.type()), m -> m.type() != ValueType.DATE);
        dates = variables(a -> a.type() == FieldType.DATE, m -> m.type() == ValueType.DATE);
        groupings = variables(a -> GROUPINGS.contains(a.type()), _ -> false);
        groupings.addAll(modelIds());
        columns = new ArrayList<>(variables);
        columns.addAll(modelIds());
    }

    private List<String> variables(Predicate<AttributeDefinition> attributes, Predicate<MetricDefinition> metrics) {
        List<String> ids = new ArrayList<>();
        vertical.attributes().stream().filter(attributes).forEach(a -> ids.add(a.id()));
        vertical.metrics().stream().filter(metrics).forEach(m -> ids.add(m.id()));
        return ids;
    }

    private List<String> modelIds() {
        return vertical.models().stream().map(ModelDefinition::id).toList();
    }

    VerticalDefinition vertical() {
        return vertical;
    }

    /** An attribute or metric. */
    boolean requireVariable(String path, String id) {
        return report.requireReference(path, id, variables);
    }

    /** An attribute or metric that is a number. */
    boolean requireNumber(String path, String id) {
        return require(path, id, numbers, columns, Words.NUMBER);
    }

    /** An attribute or metric that is a date. */
    boolean requireDate(String path, String id) {
        return require(path, id, dates, columns, Words.DATE);
    }

    /** An attribute or model whose values make groups. */
    boolean requireGrouping(String path, String id) {
        return require(path, id, groupings, columns, Words.GROUPING);
    }

    /** An attribute, metric or model. */
    boolean requireColumn(String path, String id) {
        return report.requireReference(path, id, columns);
    }

    /** Attributes and models whose values make groups. */
    List<String> groupings() {
        return groupings;
    }

    boolean requireModel(String path, String id) {
        return report.requireReference(path, id, modelIds());
    }

    boolean requireReference(String path, String id) {
        List<String> references =
                vertical.references().stream().map(ReferenceDefinition::id).toList();
        return report.requireReference(path, id, references);
    }

    boolean requireActivity(String path, String id) {
        List<String> activities =
                vertical.activities().stream().map(ActivityDefinition::id).toList();
        return report.requireReference(path, id, activities);
    }

    /** An activity that carries money. */
    boolean requireRevenue(String path, String id) {
        if (!requireActivity(path, id)) {
            return false;
        }
        ActivityDefinition activity = vertical.activity(id);
        if (activity != null && activity.amount() == null) {
            report.add(FindingKind.WRONG_KIND, path, id, "amount");
            return false;
        }
        return true;
    }

    /** A field of one of the types. */
    boolean requireField(String path, String id, List<ActivityField> fields, Set<FieldType> types, String expected) {
        List<String> fitting = fields.stream()
                .filter(f -> types.contains(f.type()))
                .map(ActivityField::id)
                .toList();
        return require(path, id, fitting, fields.stream().map(ActivityField::id).toList(), expected);
    }

    private boolean require(String path, String id, List<String> fitting, List<String> all, String expected) {
        if (!fitting.contains(id) && all.contains(id)) {
            report.add(FindingKind.WRONG_KIND, path, id, expected);
            return false;
        }
        return report.requireReference(path, id, fitting);
    }
}

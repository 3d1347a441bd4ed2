package org.clientele.plugins.definition;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.MetricDefinition.Aggregate;
import org.clientele.plugins.api.MetricDefinition.ValueType;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/** A metric has what its aggregate needs and nothing else, over fields it can work on, and yields its type. */
final class MetricCheck implements DefinitionCheck {
    private static final Set<Aggregate> COMPUTED = EnumSet.of(Aggregate.FORMULA, Aggregate.POINTS, Aggregate.LOOKUP);
    private static final Set<Aggregate> OVER_TIME = EnumSet.of(Aggregate.CHANGE, Aggregate.TREND);
    private static final Set<Aggregate> OVER_FIELD = EnumSet.of(
            Aggregate.COUNT_DISTINCT,
            Aggregate.SUM,
            Aggregate.AVERAGE,
            Aggregate.MIN,
            Aggregate.MAX,
            Aggregate.LAST,
            Aggregate.CHANGE,
            Aggregate.TREND);

    /** Less than three months have no trend. */
    private static final int TREND_DAYS = 90;

    @Override
    public void check(VerticalDefinition vertical, Report report) {
        Declared declared = new Declared(vertical, report);
        Map<String, Scope> rows = new HashMap<>();
        vertical.activities().forEach(a -> rows.putIfAbsent(a.id(), Scope.activity(a)));
        for (int i = 0; i < vertical.metrics().size(); i++) {
            MetricDefinition metric = vertical.metrics().get(i);
            Part part = new Part("/metrics/" + i, report, List.of("aggregate: " + Words.of(metric.aggregate())));
            checkParts(metric, part);
            checkComputed(metric, vertical, i, part);
            if (metric.aggregate() == Aggregate.LOOKUP && metric.field() != null) {
                checkLookup(metric, metric.field(), vertical, declared, part);
            }
            String activity = metric.activity();
            if (!COMPUTED.contains(metric.aggregate())
                    && activity != null
                    && declared.requireActivity(part.path("activity"), activity)) {
                checkRows(metric, vertical.activity(activity), rows.get(activity), declared, part);
            }
        }
    }

    private static void checkParts(MetricDefinition metric, Part part) {
        Aggregate aggregate = metric.aggregate();
        boolean rows = !COMPUTED.contains(aggregate);
        part.expect("activity", metric.activity(), rows);
        part.expect("field", metric.field(), OVER_FIELD.contains(aggregate) || aggregate == Aggregate.LOOKUP);
        part.expect("share", metric.share(), aggregate == Aggregate.SHARE);
        part.expect("formula", metric.formula(), aggregate == Aggregate.FORMULA);
        part.expect("points", metric.points().isEmpty() ? null : metric.points(), aggregate == Aggregate.POINTS);
        if (!rows) {
            part.expect("where", metric.where(), false);
            part.expect("windowDays", metric.windowDays(), false);
        }
        if (OVER_TIME.contains(aggregate)) {
            part.expect("windowDays", metric.windowDays(), true);
        }
        Integer window = metric.windowDays();
        if (aggregate == Aggregate.TREND && window != null && window < TREND_DAYS) {
            part.report().add(FindingKind.OUT_OF_RANGE, part.path("windowDays"), window, "≥ " + TREND_DAYS);
        }
    }

    private static void checkComputed(MetricDefinition metric, VerticalDefinition vertical, int index, Part part) {
        List<MetricDefinition> earlier = vertical.metrics().subList(0, index);
        if (metric.formula() != null && metric.aggregate() == Aggregate.FORMULA) {
            part.report().check(part.path("formula"), metric.formula(), Scope.formula(vertical, earlier));
        }
        if (!metric.points().isEmpty() && metric.aggregate() == Aggregate.POINTS) {
            Scope scope = Scope.points(vertical, earlier);
            for (int i = 0; i < metric.points().size(); i++) {
                String path = part.path("points/" + i + "/when");
                part.report().check(path, metric.points().get(i).when(), scope);
            }
        }
        if (COMPUTED.contains(metric.aggregate()) && metric.aggregate() != Aggregate.LOOKUP) {
            checkType(metric, null, part);
        }
    }

    /** {@code attribute.field}: an attribute that points to a reference, and a field of that reference's rows. */
    private static void checkLookup(
            MetricDefinition metric, String path, VerticalDefinition vertical, Declared declared, Part part) {
        int dot = path.indexOf('.');
        String attributeId = dot < 0 ? path : path.substring(0, dot);
        List<String> pointing = vertical.attributes().stream()
                .filter(attribute -> attribute.reference() != null)
                .map(AttributeDefinition::id)
                .toList();
        if (!part.report().requireReference(part.path("field"), attributeId, pointing)) {
            return;
        }
        AttributeDefinition attribute = vertical.attribute(attributeId);
        ReferenceDefinition reference =
                attribute == null ? null : vertical.reference(String.valueOf(attribute.reference()));
        if (reference == null) {
            return;
        }
        String fieldId = dot < 0 ? "" : path.substring(dot + 1);
        if (declared.requireField(
                part.path("field"), fieldId, reference.fields(), takes(Aggregate.LAST), Words.NUMBER)) {
            ActivityDefinition.ActivityField field = reference.field(fieldId);
            checkType(metric, field == null ? null : field.type(), part);
        }
    }

    private static void checkRows(
            MetricDefinition metric,
            @Nullable ActivityDefinition activity,
            @Nullable Scope scope,
            Declared declared,
            Part part) {
        if (activity == null || scope == null) {
            return;
        }
        checkField(metric, activity, declared, part);
        part.report().check(part.path("where"), metric.where(), scope);
        part.report().check(part.path("share"), metric.share(), scope);
    }

    private static void checkField(MetricDefinition metric, ActivityDefinition activity, Declared declared, Part part) {
        String id = metric.field();
        if (!OVER_FIELD.contains(metric.aggregate())) {
            checkType(metric, null, part);
        } else if (id != null
                && declared.requireField(
                        part.path("field"), id, activity.fields(), takes(metric.aggregate()), Words.NUMBER)) {
            ActivityDefinition.ActivityField field = activity.field(id);
            checkType(metric, field == null ? null : field.type(), part);
        }
    }

    private static Set<FieldType> takes(Aggregate aggregate) {
        return switch (aggregate) {
            case COUNT_DISTINCT -> EnumSet.allOf(FieldType.class);
            case LAST -> EnumSet.of(FieldType.INTEGER, FieldType.DECIMAL, FieldType.MONEY, FieldType.DATE);
            default -> Declared.NUMBERS;
        };
    }

    private static void checkType(MetricDefinition metric, @Nullable FieldType field, Part part) {
        Set<ValueType> yields = yields(metric.aggregate(), field);
        if (!yields.contains(metric.type())) {
            List<String> names = yields.stream().map(Words::of).toList();
            part.report().add(FindingKind.VALUE_NOT_LISTED, part.path("type"), Words.of(metric.type()), names);
        }
    }

    /** The types an aggregate can yield. */
    private static Set<ValueType> yields(Aggregate aggregate, @Nullable FieldType field) {
        return switch (aggregate) {
            case COUNT, COUNT_ROWS, COUNT_DISTINCT, ACTIVE_MONTHS -> EnumSet.of(ValueType.COUNT);
            case FIRST_DATE, LAST_DATE -> EnumSet.of(ValueType.DATE);
            case DAYS_SINCE_FIRST, DAYS_SINCE_LAST -> EnumSet.of(ValueType.DAYS);
            case SHARE -> EnumSet.of(ValueType.SHARE);
            case CHANGE, TREND -> EnumSet.of(ValueType.SHARE, ValueType.DECIMAL);
            case POINTS -> EnumSet.of(ValueType.COUNT, ValueType.DECIMAL);
            case SUM, MIN, MAX, LAST, LOOKUP -> yieldsOfField(field);
            case AVERAGE ->
                field == FieldType.MONEY ? EnumSet.of(ValueType.MONEY) : EnumSet.of(ValueType.DECIMAL, ValueType.SHARE);
            case FORMULA -> EnumSet.complementOf(EnumSet.of(ValueType.DATE));
        };
    }

    private static Set<ValueType> yieldsOfField(@Nullable FieldType field) {
        if (field == FieldType.MONEY) {
            return EnumSet.of(ValueType.MONEY);
        }
        if (field == FieldType.DATE) {
            return EnumSet.of(ValueType.DATE);
        }
        return field == FieldType.INTEGER
                ? EnumSet.of(ValueType.COUNT, ValueType.DAYS, ValueType.DECIMAL)
                : EnumSet.of(ValueType.DECIMAL, ValueType.SHARE);
    }
}

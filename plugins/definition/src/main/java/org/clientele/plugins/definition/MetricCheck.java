package org.clientele.plugins.definition;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.MetricDefinition.Aggregate;
import org.clientele.plugins.api.MetricDefinition.ValueType;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/** A metric has what its aggregate needs and nothing else, over fields it can work on, and yields its type. */
final class MetricCheck implements DefinitionCheck {
    private static final Set<FieldType> NUMERIC = EnumSet.of(FieldType.INTEGER, FieldType.DECIMAL, FieldType.MONEY);
    private static final Set<Aggregate> OVER_FIELD =
            EnumSet.of(Aggregate.COUNT_DISTINCT, Aggregate.SUM, Aggregate.AVERAGE, Aggregate.MIN, Aggregate.MAX);

    @Override
    public void check(VerticalDefinition vertical, Report report) {
        List<String> activities =
                vertical.activities().stream().map(ActivityDefinition::id).toList();
        Map<String, Scope> rows = new HashMap<>();
        vertical.activities().forEach(a -> rows.putIfAbsent(a.id(), Scope.activity(a)));
        for (int i = 0; i < vertical.metrics().size(); i++) {
            MetricDefinition metric = vertical.metrics().get(i);
            String path = "/metrics/" + i;
            if (metric.aggregate() == Aggregate.FORMULA) {
                checkFormula(
                        path, metric, Scope.formula(vertical, vertical.metrics().subList(0, i)), report);
            } else {
                checkRows(path, metric, vertical, activities, rows, report);
            }
        }
    }

    private static void checkFormula(String path, MetricDefinition metric, Scope scope, Report report) {
        need(path, "formula", metric.formula(), report);
        forbid(path, "activity", metric.activity(), report);
        forbid(path, "field", metric.field(), report);
        forbid(path, "where", metric.where(), report);
        forbid(path, "share", metric.share(), report);
        forbid(path, "windowDays", metric.windowDays(), report);
        if (metric.type() == ValueType.DATE) {
            report.add(FindingKind.WRONG_KIND, path + "/type", "date", Words.NUMBER);
        }
        report.check(path + "/formula", metric.formula(), scope);
    }

    private static void checkRows(
            String path,
            MetricDefinition metric,
            VerticalDefinition vertical,
            List<String> activities,
            Map<String, Scope> rows,
            Report report) {
        forbid(path, "formula", metric.formula(), report);
        need(path, "activity", metric.activity(), report);
        String activityId = metric.activity();
        if (activityId == null || !report.requireReference(path + "/activity", activityId, activities)) {
            return;
        }
        ActivityDefinition activity = vertical.activity(activityId);
        Scope scope = rows.get(activityId);
        if (activity == null || scope == null) {
            return;
        }
        checkField(path, metric, activity, report);
        if (metric.aggregate() == Aggregate.SHARE) {
            need(path, "share", metric.share(), report);
        } else {
            forbid(path, "share", metric.share(), report);
        }
        report.check(path + "/where", metric.where(), scope);
        report.check(path + "/share", metric.share(), scope);
    }

    private static void checkField(String path, MetricDefinition metric, ActivityDefinition activity, Report report) {
        if (!OVER_FIELD.contains(metric.aggregate())) {
            forbid(path, "field", metric.field(), report);
            checkType(path, metric, null, report);
            return;
        }
        need(path, "field", metric.field(), report);
        String id = metric.field();
        List<String> fields = activity.fields().stream().map(ActivityField::id).toList();
        if (id == null || !report.requireReference(path + "/field", id, fields)) {
            return;
        }
        ActivityField field = activity.field(id);
        if (field == null) {
            return;
        }
        if (metric.aggregate() != Aggregate.COUNT_DISTINCT && !NUMERIC.contains(field.type())) {
            report.add(FindingKind.WRONG_KIND, path + "/field", id, Words.NUMBER);
            return;
        }
        checkType(path, metric, field.type(), report);
    }

    private static void checkType(String path, MetricDefinition metric, @Nullable FieldType field, Report report) {
        Set<ValueType> yields = yields(metric.aggregate(), field);
        if (!yields.contains(metric.type())) {
            List<String> names = yields.stream().map(MetricCheck::name).toList();
            report.add(FindingKind.VALUE_NOT_LISTED, path + "/type", name(metric.type()), names);
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
            case SUM, MIN, MAX, LAST -> {
                if (field == FieldType.MONEY) {
                    yield EnumSet.of(ValueType.MONEY);
                }
                yield field == FieldType.INTEGER
                        ? EnumSet.of(ValueType.COUNT, ValueType.DAYS, ValueType.DECIMAL)
                        : EnumSet.of(ValueType.DECIMAL, ValueType.SHARE);
            }
            case AVERAGE ->
                field == FieldType.MONEY ? EnumSet.of(ValueType.MONEY) : EnumSet.of(ValueType.DECIMAL, ValueType.SHARE);
            case FORMULA -> EnumSet.complementOf(EnumSet.of(ValueType.DATE));
        };
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void need(String path, String key, @Nullable Object value, Report report) {
        if (value == null) {
            report.addAtKey(FindingKind.MISSING_KEY, path, key, List.of(key));
        }
    }

    private static void forbid(String path, String key, @Nullable Object value, Report report) {
        if (value != null) {
            report.addAtKey(FindingKind.NOT_ALLOWED_HERE, path + "/" + key, key, List.of());
        }
    }
}

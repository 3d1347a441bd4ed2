package org.clientele.plugins.definition;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.ImportPreset;
import org.clientele.plugins.api.ImportPreset.Column;
import org.clientele.plugins.api.ImportPreset.Transform;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/** Presets fill declared targets from columns of their header, with transforms that fit. */
final class ImportCheck implements DefinitionCheck {
    private static final String CUSTOMER = "customer";

    @Override
    public void check(VerticalDefinition vertical, Report report) {
        for (int i = 0; i < vertical.imports().size(); i++) {
            checkPreset("/imports/" + i, vertical.imports().get(i), vertical, report);
        }
    }

    private static void checkPreset(String path, ImportPreset preset, VerticalDefinition vertical, Report report) {
        String currency = preset.currency();
        if (currency != null) {
            IdCheck.checkCurrency(path + "/currency", currency, report);
        }
        checkDateFormat(path + "/dateFormat", preset.dateFormat(), report);
        List<String> targets = Stream.concat(
                        Stream.of(CUSTOMER), vertical.activities().stream().map(ActivityDefinition::id))
                .toList();
        if (report.requireReference(path + "/target", preset.target(), targets)) {
            checkColumns(path, preset, vertical, report);
        }
    }

    private static void checkDateFormat(String path, @Nullable String pattern, Report report) {
        if (pattern == null) {
            return;
        }
        try {
            var _ = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        } catch (IllegalArgumentException e) {
            report.add(FindingKind.BAD_FORMAT, path, pattern, "yyyy-MM-dd");
        }
    }

    private static void checkColumns(String path, ImportPreset preset, VerticalDefinition vertical, Report report) {
        ActivityDefinition activity = vertical.activity(preset.target());
        List<String> targets = targets(activity, vertical);
        Set<String> filled = new HashSet<>();
        for (int i = 0; i < preset.columns().size(); i++) {
            Column column = preset.columns().get(i);
            String place = path + "/columns/" + i;
            if (!filled.add(column.target())) {
                report.add(FindingKind.DUPLICATE_ID, place + "/target", column.target());
            }
            for (int j = 0; j < column.from().size(); j++) {
                report.requireReference(place + "/from/" + j, column.from().get(j), preset.header());
            }
            if (report.requireReference(place + "/target", column.target(), targets)) {
                checkTransform(place, column, type(column.target(), activity, vertical), report);
            }
        }
        requireTarget(path, CUSTOMER, filled, report);
        if (activity != null) {
            requireTarget(path, "time", filled, report);
        }
    }

    private static void requireTarget(String path, String target, Set<String> filled, Report report) {
        if (!filled.contains(target)) {
            report.addAtKey(FindingKind.MISSING_KEY, path + "/columns", target, List.of("target: " + target));
        }
    }

    private static List<String> targets(@Nullable ActivityDefinition activity, VerticalDefinition vertical) {
        List<String> targets = new ArrayList<>(List.of(CUSTOMER, "name"));
        if (activity != null) {
            targets.add("time");
            activity.fields().forEach(field -> targets.add(field.id()));
        }
        vertical.attributes().forEach(attribute -> targets.add(attribute.id()));
        return targets;
    }

    private static FieldType type(String target, @Nullable ActivityDefinition activity, VerticalDefinition vertical) {
        ActivityField field = activity == null ? null : activity.field(target);
        if (field != null) {
            return field.type();
        }
        AttributeDefinition attribute = vertical.attribute(target);
        if (attribute != null) {
            return attribute.type();
        }
        return target.equals("time") ? FieldType.DATE : FieldType.TEXT;
    }

    private static void checkTransform(String path, Column column, FieldType type, Report report) {
        int needed = column.transform() == Transform.MULTIPLY ? 2 : 1;
        if (column.from().size() != needed) {
            report.add(FindingKind.WRONG_COUNT, path + "/from", column.from().size(), String.valueOf(needed));
        }
        if (column.transform() == Transform.STARTS_WITH && column.argument() == null) {
            report.addAtKey(FindingKind.MISSING_KEY, path, "argument", List.of("argument"));
        }
        if (column.transform() != Transform.STARTS_WITH && column.argument() != null) {
            report.addAtKey(
                    FindingKind.NOT_ALLOWED_HERE, path + "/argument", "argument", List.of("transform: starts_with"));
        }
        List<FieldType> fitting = fitting(column.transform());
        if (!fitting.contains(type)) {
            report.add(
                    FindingKind.WRONG_KIND,
                    path + "/target",
                    column.target(),
                    fitting.contains(FieldType.BOOLEAN) ? Words.TRUTH : Words.NUMBER);
        }
    }

    private static List<FieldType> fitting(Transform transform) {
        return switch (transform) {
            case NONE, STRIP_FRACTION -> List.of(FieldType.values());
            case MULTIPLY -> List.of(FieldType.MONEY, FieldType.DECIMAL, FieldType.INTEGER);
            case STARTS_WITH, IS_NEGATIVE -> List.of(FieldType.BOOLEAN);
        };
    }
}

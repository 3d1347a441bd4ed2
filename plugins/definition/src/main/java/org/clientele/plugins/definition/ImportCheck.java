package org.clientele.plugins.definition;

import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.ImportPreset;
import org.clientele.plugins.api.ImportPreset.Column;
import org.clientele.plugins.api.ImportPreset.Transform;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/** Presets fill declared targets from columns of their header, with transforms and values that fit. */
final class ImportCheck implements DefinitionCheck {
    @Override
    public void check(VerticalDefinition vertical, Report report) {
        Set<List<String>> headers = new HashSet<>();
        for (int i = 0; i < vertical.imports().size(); i++) {
            ImportPreset preset = vertical.imports().get(i);
            String path = "/imports/" + i;
            checkPreset(path, preset, vertical, report);
            if (!headers.add(preset.header())) {
                report.add(FindingKind.REPEATED_HEADER, path + "/header", String.join(", ", preset.header()));
            }
        }
    }

    private static void checkPreset(String path, ImportPreset preset, VerticalDefinition vertical, Report report) {
        String currency = preset.currency();
        if (currency != null) {
            IdCheck.checkCurrency(path + "/currency", currency, report);
        }
        checkDateFormat(path + "/dateFormat", preset.dateFormat(), report);
        if (report.requireReference(path + "/target", preset.target(), ImportTarget.ids(vertical))) {
            checkColumns(path, preset, ImportTarget.of(preset.target(), vertical), report);
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

    private static void checkColumns(String path, ImportPreset preset, ImportTarget target, Report report) {
        List<String> targets = List.copyOf(target.columns().keySet());
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
            ImportTarget.Column filledBy = target.columns().get(column.target());
            if (report.requireReference(place + "/target", column.target(), targets) && filledBy != null) {
                checkTransform(place, column, filledBy.type(), report);
                checkValues(place, column, filledBy, report);
            }
        }
        for (String needed : target.needed()) {
            if (!filled.contains(needed)) {
                report.addAtKey(FindingKind.MISSING_KEY, path + "/columns", needed, List.of("target: " + needed));
            }
        }
    }

    private static void checkTransform(String path, Column column, FieldType type, Report report) {
        int needed = column.transform() == Transform.MULTIPLY ? 2 : 1;
        if (column.from().size() != needed) {
            report.add(FindingKind.WRONG_COUNT, path + "/from", column.from().size(), String.valueOf(needed));
        }
        Part part = new Part(path, report, List.of("transform: " + Words.of(Transform.STARTS_WITH)));
        part.expect("argument", column.argument(), column.transform() == Transform.STARTS_WITH);
        Set<FieldType> fitting = fitting(column.transform());
        if (!fitting.contains(type)) {
            report.add(
                    FindingKind.WRONG_KIND,
                    path + "/target",
                    column.target(),
                    fitting.contains(FieldType.BOOLEAN) ? Words.TRUTH : Words.NUMBER);
        }
    }

    private static Set<FieldType> fitting(Transform transform) {
        return switch (transform) {
            case NONE, STRIP_FRACTION -> EnumSet.allOf(FieldType.class);
            case MULTIPLY -> Declared.NUMBERS;
            case STARTS_WITH, IS_NEGATIVE -> EnumSet.of(FieldType.BOOLEAN);
        };
    }

    /** A text of the file is either a value or missing. */
    private static void checkValues(String path, Column column, ImportTarget.Column target, Report report) {
        Part part = new Part(path, report, List.of("transform: " + Words.of(Transform.NONE)));
        Object given = column.values().isEmpty() ? null : column.values();
        if (!part.allow("values", given, column.transform() == Transform.NONE)) {
            return;
        }
        column.values().forEach((text, value) -> {
            String place = path + "/values/" + text.replace("~", "~0").replace("/", "~1");
            ValueText.check(place, value, target.type(), target.values(), report);
        });
        List<String> missing = column.missing();
        for (int i = 0; i < missing.size(); i++) {
            if (column.values().containsKey(missing.get(i))) {
                report.add(FindingKind.DUPLICATE_KEY, path + "/missing/" + i, missing.get(i));
            }
        }
    }
}

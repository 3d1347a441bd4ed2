package org.clientele.plugins.definition;

import java.util.List;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/** Choices list their values, and an activity's amount, document and title are fields of the right type. */
final class FieldCheck implements DefinitionCheck {
    @Override
    public void check(VerticalDefinition vertical, Report report) {
        for (int i = 0; i < vertical.attributes().size(); i++) {
            AttributeDefinition attribute = vertical.attributes().get(i);
            checkValues("/attributes/" + i, attribute.type(), attribute.values(), report);
        }
        for (int i = 0; i < vertical.activities().size(); i++) {
            checkActivity("/activities/" + i, vertical.activities().get(i), report);
        }
    }

    private static void checkActivity(String path, ActivityDefinition activity, Report report) {
        for (int i = 0; i < activity.fields().size(); i++) {
            ActivityField field = activity.fields().get(i);
            checkValues(path + "/fields/" + i, field.type(), field.values(), report);
        }
        checkField(path + "/amount", activity, activity.amount(), FieldType.MONEY, report);
        checkField(path + "/document", activity, activity.document(), FieldType.TEXT, report);
        checkField(path + "/title", activity, activity.title(), null, report);
    }

    private static void checkValues(String path, FieldType type, List<String> values, Report report) {
        if (type == FieldType.CHOICE && values.isEmpty()) {
            report.addAtKey(FindingKind.MISSING_KEY, path, "values", List.of("values"));
        }
        if (type != FieldType.CHOICE && !values.isEmpty()) {
            report.addAtKey(FindingKind.NOT_ALLOWED_HERE, path + "/values", "values", List.of("type: choice"));
        }
    }

    private static void checkField(
            String path, ActivityDefinition activity, @Nullable String id, @Nullable FieldType type, Report report) {
        List<String> fields = activity.fields().stream()
                .filter(f -> type == null || f.type() == type)
                .map(ActivityField::id)
                .toList();
        if (id == null) {
            return;
        }
        ActivityField field = activity.field(id);
        if (field != null && type != null && field.type() != type) {
            report.add(FindingKind.WRONG_KIND, path, id, type == FieldType.MONEY ? Words.MONEY : Words.TEXT);
        } else {
            report.requireReference(path, id, fields);
        }
    }
}

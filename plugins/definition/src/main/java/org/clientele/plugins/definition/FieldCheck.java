package org.clientele.plugins.definition;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Choices list their values, only texts point to references, and an activity's amount, document and title are fields of the right
 * type.
 */
final class FieldCheck implements DefinitionCheck {
    private static final Set<FieldType> ANY = EnumSet.allOf(FieldType.class);

    @Override
    public void check(VerticalDefinition vertical, Report report) {
        Declared declared = new Declared(vertical, report);
        for (int i = 0; i < vertical.attributes().size(); i++) {
            AttributeDefinition attribute = vertical.attributes().get(i);
            checkValues("/attributes/" + i, attribute.type(), attribute.values(), report);
            checkReference("/attributes/" + i, attribute.type(), attribute.reference(), declared, report);
        }
        for (int i = 0; i < vertical.activities().size(); i++) {
            checkActivity("/activities/" + i, vertical.activities().get(i), declared, report);
        }
        for (int i = 0; i < vertical.references().size(); i++) {
            ReferenceDefinition reference = vertical.references().get(i);
            String path = "/references/" + i;
            checkFields(path + "/fields/", reference.fields(), declared, report);
            checkField(path + "/title", reference.title(), reference.fields(), ANY, Words.TEXT, declared);
        }
    }

    private static void checkActivity(String path, ActivityDefinition activity, Declared declared, Report report) {
        List<ActivityField> fields = activity.fields();
        checkFields(path + "/fields/", fields, declared, report);
        checkField(path + "/amount", activity.amount(), fields, EnumSet.of(FieldType.MONEY), Words.MONEY, declared);
        checkField(path + "/document", activity.document(), fields, EnumSet.of(FieldType.TEXT), Words.TEXT, declared);
        checkField(path + "/title", activity.title(), fields, ANY, Words.TEXT, declared);
    }

    private static void checkFields(String path, List<ActivityField> fields, Declared declared, Report report) {
        for (int i = 0; i < fields.size(); i++) {
            ActivityField field = fields.get(i);
            checkValues(path + i, field.type(), field.values(), report);
            checkReference(path + i, field.type(), field.reference(), declared, report);
        }
    }

    private static void checkValues(String path, FieldType type, List<String> values, Report report) {
        if (type == FieldType.CHOICE && values.isEmpty()) {
            report.addAtKey(FindingKind.MISSING_KEY, path, "values", List.of("values"));
        }
        if (type != FieldType.CHOICE && !values.isEmpty()) {
            report.addAtKey(FindingKind.NOT_ALLOWED_HERE, path + "/values", "values", List.of("type: choice"));
        }
    }

    private static void checkReference(
            String path, FieldType type, @Nullable String reference, Declared declared, Report report) {
        if (reference != null && type != FieldType.TEXT) {
            report.addAtKey(FindingKind.NOT_ALLOWED_HERE, path + "/reference", "reference", List.of("type: text"));
        } else if (reference != null) {
            declared.requireReference(path + "/reference", reference);
        }
    }

    private static void checkField(
            String path,
            @Nullable String id,
            List<ActivityField> fields,
            Set<FieldType> types,
            String expected,
            Declared declared) {
        if (id != null) {
            declared.requireField(path, id, fields, types, expected);
        }
    }
}

package org.clientele.report.ui;

import org.clientele.engine.report.Group;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.plugins.api.Texts;
import org.jspecify.annotations.Nullable;

/** Names and values of what rows of an activity are grouped by: a field, a field of a reference, or what customers are grouped by. */
final class FieldWords {
    private final String activity;
    private final ReportWords words;

    FieldWords(String activity, ReportWords words) {
        this.activity = activity;
        this.words = words;
    }

    String name(String by) {
        ReferenceDefinition reference = reference(by);
        if (reference != null) {
            return words.names().text(Texts.referenceField(reference.id(), after(by)));
        }
        ActivityField field = field(by);
        return field == null ? words.dimension(by) : words.names().text(Texts.activityField(activity, field.id()));
    }

    String value(String by, Group group) {
        if (group.kind() != Group.Kind.VALUE) {
            return words.group(by, group);
        }
        ReferenceDefinition reference = reference(by);
        ActivityField through = reference == null ? null : reference.field(after(by));
        if (reference != null && through != null) {
            String text = Texts.referenceFieldValue(reference.id(), through.id(), group.key());
            return value(through, group.key(), text);
        }
        ActivityField field = field(by);
        return field == null
                ? words.group(by, group)
                : value(field, group.key(), Texts.activityFieldValue(activity, field.id(), group.key()));
    }

    private String value(ActivityField field, String key, String text) {
        return switch (field.type()) {
            case CHOICE -> words.names().text(text);
            case BOOLEAN -> words.formats().yesNo(Boolean.parseBoolean(key));
            default -> words.named(field.reference(), key);
        };
    }

    /** The reference that {@code field.referenceField} leads to, or null. */
    private @Nullable ReferenceDefinition reference(String by) {
        int dot = by.indexOf('.');
        ActivityField field = dot < 0 ? null : field(by.substring(0, dot));
        String reference = field == null ? null : field.reference();
        return reference == null ? null : words.definition().reference(reference);
    }

    private static String after(String path) {
        return path.substring(path.indexOf('.') + 1);
    }

    private @Nullable ActivityField field(String field) {
        ActivityDefinition declared = words.definition().activity(activity);
        return declared == null ? null : declared.field(field);
    }
}

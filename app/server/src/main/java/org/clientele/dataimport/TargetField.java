package org.clientele.dataimport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.Texts;

/**
 * Something a column of a file can become.
 *
 * @param id what a plan calls it: {@code customer}, {@code name}, {@code time}, or the id of a field or attribute
 * @param labels key of its name among the vertical's texts; empty for the three that every vertical has
 * @param choices for a choice: the value by each text that stands for it (the value itself and its names), in lower case
 */
public record TargetField(String id, Role role, FieldType type, String labels, Map<String, String> choices) {
    public static final String CUSTOMER = "customer";
    public static final String NAME = "name";
    public static final String TIME = "time";

    public TargetField {
        choices = Map.copyOf(choices);
    }

    /** Where the value goes. */
    public enum Role {
        /** The number the business knows the customer by. */
        CUSTOMER,
        /** What the customer is called. */
        NAME,
        /** When the activity happened. */
        TIME,
        /** A field of the activity. */
        FIELD,
        /** An attribute of the customer. */
        ATTRIBUTE
    }

    /** Everything that the columns of a file for the target can become, by id; a field hides an attribute of the same id. */
    public static Map<String, TargetField> of(Vertical vertical, String target) {
        List<TargetField> fields = new ArrayList<>();
        fields.add(new TargetField(CUSTOMER, Role.CUSTOMER, FieldType.TEXT, "", Map.of()));
        ActivityDefinition activity = vertical.definition().activity(target);
        if (activity != null) {
            fields.add(new TargetField(TIME, Role.TIME, FieldType.DATE, "", Map.of()));
            activity.fields().forEach(field -> fields.add(field(vertical, activity, field)));
        }
        fields.add(new TargetField(NAME, Role.NAME, FieldType.TEXT, "", Map.of()));
        vertical.definition()
                .attributes()
                .forEach(attribute -> fields.add(new TargetField(
                        attribute.id(),
                        Role.ATTRIBUTE,
                        attribute.type(),
                        Texts.attribute(attribute.id()),
                        choices(vertical, attribute.values(), Texts.attributeValue(attribute.id(), "")))));
        Map<String, TargetField> byId = new LinkedHashMap<>();
        fields.forEach(field -> byId.putIfAbsent(field.id(), field));
        return byId;
    }

    private static TargetField field(
            Vertical vertical, ActivityDefinition activity, ActivityDefinition.ActivityField field) {
        String labels = Texts.activityField(activity.id(), field.id());
        return new TargetField(
                field.id(), Role.FIELD, field.type(), labels, choices(vertical, field.values(), labels + ".value."));
    }

    private static Map<String, String> choices(Vertical vertical, List<String> values, String labels) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (String value : values) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                String label = vertical.texts().find(locale, labels + value);
                if (label != null) {
                    choices.putIfAbsent(label.strip().toLowerCase(Locale.ROOT), value);
                }
            }
        }
        values.forEach(value -> choices.put(value.toLowerCase(Locale.ROOT), value));
        return choices;
    }
}

package org.clientele.dataimport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.plugins.api.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Something a column of a file can become.
 *
 * @param id what a plan calls it: {@code customer}, {@code name}, {@code time}, {@code key}, {@code OWNER}, or the id of a field or attribute
 * @param labels key of its name among the vertical's texts; empty for the five that every vertical has
 * @param reference id of the reference whose keys it holds, or null
 * @param choices for a choice: the value by each text that stands for it (the value itself and its names), in lower case
 */
public record TargetField(
        String id,
        Role role,
        FieldType type,
        String labels,
        @Nullable String reference,
        Map<String, String> choices) {
    public static final String CUSTOMER = "customer";
    public static final String NAME = "name";
    public static final String TIME = "time";
    public static final String KEY = "key";

    /** No id of a field or attribute holds capital letters. */
    public static final String OWNER = "OWNER";

    public TargetField {
        choices = Map.copyOf(choices);
    }

    private static TargetField general(String id, Role role, FieldType type) {
        return new TargetField(id, role, type, "", null, Map.of());
    }

    /** Where the value goes. */
    public enum Role {
        /** The number the business knows the customer by. */
        CUSTOMER,
        /** What the customer is called. */
        NAME,
        /** When the activity happened. */
        TIME,
        /** The key of a reference's row. */
        KEY,
        /** Who looks after the customer: a login, or a name that one person alone has. */
        OWNER,
        /** A field of the activity or reference. */
        FIELD,
        /** An attribute of the customer. */
        ATTRIBUTE
    }

    /** Whether no row can do without it. */
    public boolean isRequired() {
        return switch (role) {
            case CUSTOMER, TIME, KEY -> true;
            case NAME, OWNER, FIELD, ATTRIBUTE -> false;
        };
    }

    /**
     * Everything that the columns of a file for the target can become, by id; a field hides an attribute of the same id. Nothing for records,
     * whose columns are what they are.
     */
    public static Map<String, TargetField> of(Vertical vertical, String target) {
        if (ImportPlan.recordsOf(target).isPresent()) {
            return Map.of();
        }
        ReferenceDefinition reference = vertical.definition().reference(target);
        List<TargetField> fields = reference == null ? ofCustomers(vertical, target) : ofReference(vertical, reference);
        Map<String, TargetField> byId = new LinkedHashMap<>();
        fields.forEach(field -> byId.putIfAbsent(field.id(), field));
        return byId;
    }

    private static List<TargetField> ofReference(Vertical vertical, ReferenceDefinition reference) {
        List<TargetField> fields = new ArrayList<>(List.of(general(KEY, Role.KEY, FieldType.TEXT)));
        reference
                .fields()
                .forEach(field -> fields.add(field(vertical, Texts.referenceField(reference.id(), field.id()), field)));
        return fields;
    }

    private static List<TargetField> ofCustomers(Vertical vertical, String target) {
        List<TargetField> fields = new ArrayList<>(List.of(general(CUSTOMER, Role.CUSTOMER, FieldType.TEXT)));
        ActivityDefinition activity = vertical.definition().activity(target);
        if (activity != null) {
            fields.add(general(TIME, Role.TIME, FieldType.DATE));
            activity.fields()
                    .forEach(field ->
                            fields.add(field(vertical, Texts.activityField(activity.id(), field.id()), field)));
        }
        fields.add(general(NAME, Role.NAME, FieldType.TEXT));
        fields.add(general(OWNER, Role.OWNER, FieldType.TEXT));
        vertical.definition()
                .attributes()
                .forEach(attribute -> fields.add(new TargetField(
                        attribute.id(),
                        Role.ATTRIBUTE,
                        attribute.type(),
                        Texts.attribute(attribute.id()),
                        attribute.reference(),
                        choices(vertical, attribute.values(), Texts.attributeValue(attribute.id(), "")))));
        return fields;
    }

    private static TargetField field(Vertical vertical, String labels, ActivityField field) {
        return new TargetField(
                field.id(),
                Role.FIELD,
                field.type(),
                labels,
                field.reference(),
                choices(vertical, field.values(), labels + ".value."));
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

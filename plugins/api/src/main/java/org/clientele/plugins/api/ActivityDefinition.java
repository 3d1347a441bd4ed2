package org.clientele.plugins.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of dated fact about a customer, such as a purchase. Every activity has a customer and a time besides its fields.
 *
 * @param id lower case, {@code [a-z][a-z0-9_]{0,39}}
 * @param icon a name from the portal's icon set
 * @param fields the declared fields
 * @param amount the money field that counts as revenue, negative for returns; null when the activity carries no money
 * @param document the text field that groups lines into one event (invoice number); null, or a missing value in a row: each
 *     row is an event of its own
 * @param title the field whose value names an activity on the timeline, or null
 * @param aliases ids the activity had in earlier versions, so that an upgrade finds its rows; none of them an activity's id today
 */
public record ActivityDefinition(
        String id,
        String icon,
        List<ActivityField> fields,
        @Nullable String amount,
        @Nullable String document,
        @Nullable String title,
        List<String> aliases) {
    public ActivityDefinition {
        fields = List.copyOf(fields);
        aliases = List.copyOf(aliases);
    }

    /** An activity that never had another id. */
    public ActivityDefinition(
            String id,
            String icon,
            List<ActivityField> fields,
            @Nullable String amount,
            @Nullable String document,
            @Nullable String title) {
        this(id, icon, fields, amount, document, title, List.of());
    }

    /** Whether the activity has that id, or had it in an earlier version. */
    public boolean isCalled(String name) {
        return id.equals(name) || aliases.contains(name);
    }

    /** The field of that id, or null. */
    public @Nullable ActivityField field(String id) {
        return fields.stream().filter(f -> f.id().equals(id)).findFirst().orElse(null);
    }

    /**
     * A field of an activity.
     *
     * @param id lower case, unique within the activity; {@code customer}, {@code time} and {@code days_ago} are taken
     * @param type the type; {@link FieldType#CHOICE} lists its values
     * @param values the allowed values of a choice, empty for other types
     * @param unit a unit symbol shown behind the value ("kWh"), or null
     * @param reference id of the reference whose keys a text holds, or null
     * @param aliases ids the field had in earlier versions; none of them a field's id of this activity today
     */
    public record ActivityField(
            String id,
            FieldType type,
            List<String> values,
            @Nullable String unit,
            @Nullable String reference,
            List<String> aliases) {
        public ActivityField {
            values = List.copyOf(values);
            aliases = List.copyOf(aliases);
        }

        /** A field that never had another id. */
        public ActivityField(
                String id, FieldType type, List<String> values, @Nullable String unit, @Nullable String reference) {
            this(id, type, values, unit, reference, List.of());
        }

        /** A field without unit that holds a value of its own. */
        public ActivityField(String id, FieldType type, List<String> values) {
            this(id, type, values, null, null, List.of());
        }

        /** Whether the field has that id, or had it in an earlier version. */
        public boolean isCalled(String name) {
            return id.equals(name) || aliases.contains(name);
        }
    }
}

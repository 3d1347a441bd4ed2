package org.clientele.plugins.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer's typed field.
 *
 * @param id lower case, {@code [a-z][a-z0-9_]{0,39}}; unique among attributes and metrics of the vertical
 * @param type the type; a {@link FieldType#CHOICE} lists its values
 * @param layer where the customer's page shows it
 * @param personal whether it is personal data (kept out of logs, erased with the person)
 * @param values the allowed values of a choice in their display order, empty for other types
 * @param unit a unit symbol shown behind the value ("km"), or null
 * @param reference id of the reference whose keys a text holds, or null
 * @param source id of the document or table the attribute comes from ({@link Texts#source}), or null
 * @param aliases ids the attribute had in earlier versions, so that an upgrade finds its data; none of them an attribute's id today
 */
public record AttributeDefinition(
        String id,
        FieldType type,
        Layer layer,
        boolean personal,
        List<String> values,
        @Nullable String unit,
        @Nullable String reference,
        @Nullable String source,
        List<String> aliases) {
    public AttributeDefinition {
        values = List.copyOf(values);
        aliases = List.copyOf(aliases);
    }

    /** An attribute that never had another id. */
    public AttributeDefinition(
            String id,
            FieldType type,
            Layer layer,
            boolean personal,
            List<String> values,
            @Nullable String unit,
            @Nullable String reference,
            @Nullable String source) {
        this(id, type, layer, personal, values, unit, reference, source, List.of());
    }

    /** An attribute that holds a value of its own. */
    public AttributeDefinition(
            String id,
            FieldType type,
            Layer layer,
            boolean personal,
            List<String> values,
            @Nullable String unit,
            @Nullable String source) {
        this(id, type, layer, personal, values, unit, null, source, List.of());
    }

    /** Whether the attribute has that id, or had it in an earlier version. */
    public boolean isCalled(String name) {
        return id.equals(name) || aliases.contains(name);
    }
}

package org.clientele.plugin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.VerticalDefinition;

/** The fields of a definition's customers, activities and references in one form. */
public final class DeclaredFields {
    private DeclaredFields() {}

    /**
     * A field as it is declared.
     *
     * @param values what a choice may hold
     * @param personal whether it is marked as personal data
     * @param aliases ids it had before
     */
    public record Declared(FieldType type, List<String> values, boolean personal, List<String> aliases) {}

    /** Fields by id, by owner; the customers' attributes come first. */
    public static Map<String, Map<String, Declared>> byOwner(VerticalDefinition definition) {
        Map<String, Map<String, Declared>> owners = new LinkedHashMap<>();
        owners.put(VerticalLayout.CUSTOMER, of(definition));
        definition.activities().forEach(activity -> owners.put(activity.id(), of(activity.fields())));
        definition
                .references()
                .forEach(reference -> owners.put(VerticalLayout.reference(reference.id()), of(reference.fields())));
        return owners;
    }

    /** The customers' attributes. */
    static Map<String, Declared> of(VerticalDefinition definition) {
        Map<String, Declared> fields = new LinkedHashMap<>();
        definition
                .attributes()
                .forEach(a -> fields.put(a.id(), new Declared(a.type(), a.values(), a.personal(), a.aliases())));
        return fields;
    }

    static Map<String, Declared> of(List<ActivityField> declared) {
        Map<String, Declared> fields = new LinkedHashMap<>();
        declared.forEach(f -> fields.put(f.id(), new Declared(f.type(), f.values(), false, f.aliases())));
        return fields;
    }
}

package org.clientele.dataimport.persistence;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalTables.Table;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.ReferenceDefinition;

/** Names and types of the columns an import touches. */
final class ImportTables {
    private final Vertical vertical;

    ImportTables(Vertical vertical) {
        this.vertical = vertical;
    }

    String attributeTable() {
        return vertical.tables().attributes().name();
    }

    List<String> attributeColumns(List<String> attributes) {
        return columns(vertical.tables().attributes(), attributes);
    }

    FieldType attributeType(String attribute) {
        AttributeDefinition definition = vertical.definition().attribute(attribute);
        return Objects.requireNonNull(
                        definition, () -> "Vertical %s has no attribute %s".formatted(vertical.key(), attribute))
                .type();
    }

    FieldType referenceType(String reference, String field) {
        ReferenceDefinition definition = vertical.definition().reference(reference);
        ActivityField declared = definition == null ? null : definition.field(field);
        return Objects.requireNonNull(
                        declared, () -> "Vertical %s has no field %s of %s".formatted(vertical.key(), field, reference))
                .type();
    }

    String activityTable(String activity) {
        return table(activity).name();
    }

    List<String> activityColumns(String activity, List<String> fields) {
        return columns(table(activity), fields);
    }

    Map<String, Table> activityTables() {
        return vertical.tables().activities();
    }

    private Table table(String activity) {
        return Objects.requireNonNull(
                vertical.tables().activities().get(activity),
                () -> "Vertical %s has no table for activity %s: enable it again to make it"
                        .formatted(vertical.key(), activity));
    }

    private List<String> columns(Table table, List<String> fields) {
        return fields.stream()
                .map(field -> Objects.requireNonNull(
                        table.columns().get(field),
                        () -> "Vertical %s has no column for %s in %s: enable it again to make it"
                                .formatted(vertical.key(), field, table.name())))
                .toList();
    }
}

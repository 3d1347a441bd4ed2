package org.clientele.plugin;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Where a vertical's data lies: a table for each owner, a column for each field, those included that the definition no longer declares. An
 * owner is {@link #CUSTOMER}, an activity's id, or a reference's with {@link #REFERENCE} before it.
 */
public record VerticalLayout(Map<String, Owner> owners) {
    /** Owner of the attribute table; an activity's id holds no capital letters, so the two never meet. */
    public static final String CUSTOMER = "CUSTOMER";

    /** What goes before the id of a reference, so that one never takes over the table of an activity that had its id. */
    public static final String REFERENCE = "@";

    public VerticalLayout {
        owners = Map.copyOf(owners);
    }

    /**
     * A table and its columns by field id.
     *
     * @param origin the id the owner had when its table was made
     */
    public record Owner(String table, String origin, Map<String, Column> columns) {
        public Owner {
            columns = Map.copyOf(columns);
        }

        /** The column that holds the primary key of the table. */
        public String key() {
            return table.startsWith("attr_") ? "customer_id" : "id";
        }
    }

    /**
     * A column.
     *
     * @param origin the id the field had when its first column was made
     * @param originType the type it had then
     */
    public record Column(String name, FieldType type, String origin, FieldType originType) {
        /** What the column has in common with those that hold the same field in another type: {@code c4} of {@code c4} and {@code c4_2}. */
        public String family() {
            int mark = name.indexOf('_');
            return mark < 0 ? name : name.substring(0, mark);
        }
    }

    /** The owner of a reference's rows. */
    public static String reference(String id) {
        return REFERENCE + id;
    }

    public static boolean isReference(String owner) {
        return owner.startsWith(REFERENCE);
    }

    /** The id that the definition knows the owner by. */
    public static String idOf(String owner) {
        return isReference(owner) ? owner.substring(REFERENCE.length()) : owner;
    }

    public Optional<Owner> owner(String id) {
        return Optional.ofNullable(owners.get(id));
    }

    /** The tables as the definition sees them: without what it does not declare. */
    VerticalTables tables(VerticalDefinition definition) {
        Map<String, VerticalTables.Table> activities = new HashMap<>();
        definition
                .activities()
                .forEach(activity ->
                        activities.put(activity.id(), table(activity.id(), DeclaredFields.of(activity.fields()))));
        Map<String, VerticalTables.Table> references = new HashMap<>();
        definition
                .references()
                .forEach(reference -> references.put(
                        reference.id(), table(reference(reference.id()), DeclaredFields.of(reference.fields()))));
        return new VerticalTables(table(CUSTOMER, DeclaredFields.of(definition)), activities, references);
    }

    private VerticalTables.Table table(String id, Map<String, DeclaredFields.Declared> declared) {
        Owner owner = owner(id).orElseThrow(() -> new IllegalStateException("No table is made for " + id));
        Map<String, String> columns = new LinkedHashMap<>();
        Map<String, VerticalTables.Origin> origins = new LinkedHashMap<>();
        declared.keySet().forEach(field -> {
            Column column = owner.columns().get(field);
            if (column == null) {
                throw new IllegalStateException("No column is made for %s of %s".formatted(field, id));
            }
            columns.put(field, column.name());
            origins.put(field, new VerticalTables.Origin(column.origin(), column.originType()));
        });
        return new VerticalTables.Table(owner.table(), columns, owner.origin(), origins);
    }

    /** The column of the field, or null. */
    @Nullable
    Column column(String owner, String field) {
        return owner(owner).map(found -> found.columns().get(field)).orElse(null);
    }
}

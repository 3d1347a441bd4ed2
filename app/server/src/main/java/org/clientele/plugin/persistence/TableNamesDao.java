package org.clientele.plugin.persistence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.plugins.api.FieldType;
import org.jdbi.v3.core.Handle;

/**
 * Which generated names stand for a vertical's tables and columns. An owner is {@link #CUSTOMER} or an activity's id. Works on the
 * caller's handle.
 */
final class TableNamesDao {
    /** Owner of the attribute table; an activity's id holds no capital letters, so the two never meet. */
    static final String CUSTOMER = "CUSTOMER";

    private final Handle handle;
    private final int verticalId;

    TableNamesDao(Handle handle, int verticalId) {
        this.handle = handle;
        this.verticalId = verticalId;
    }

    /** A field's registered column. */
    record Column(String name, FieldType type) {}

    List<String> tables() {
        return handle.createQuery("SELECT table_name FROM vertical_table WHERE vertical_id = :vertical")
                .bind("vertical", verticalId)
                .mapTo(String.class)
                .list();
    }

    /** The owner's table name, registered now if it was not: {@code attr_3}, {@code act_3_1}, {@code act_3_2}. */
    String table(String owner) {
        return handle.createQuery("""
                        SELECT table_name FROM vertical_table WHERE vertical_id = :vertical AND owner_id = :owner
                        """)
                .bind("vertical", verticalId)
                .bind("owner", owner)
                .mapTo(String.class)
                .findOne()
                .orElseGet(() -> registerTable(owner));
    }

    Map<String, Column> columns(String owner) {
        Map<String, Column> columns = new HashMap<>();
        handle.createQuery("""
                        SELECT field_id, field_type, column_name
                        FROM vertical_column
                        WHERE vertical_id = :vertical AND owner_id = :owner
                        """)
                .bind("vertical", verticalId)
                .bind("owner", owner)
                .map((row, context) -> Map.entry(
                        row.getString("field_id"),
                        new Column(row.getString("column_name"), FieldType.valueOf(row.getString("field_type")))))
                .forEach(entry -> columns.put(entry.getKey(), entry.getValue()));
        return columns;
    }

    /** Registers a column for each field that has none; columns are numbered {@code c1}, {@code c2} … and never reused. */
    void registerColumns(String owner, Map<String, FieldType> fields) {
        Map<String, Column> known = columns(owner);
        int number = known.size();
        for (Map.Entry<String, FieldType> field : fields.entrySet()) {
            if (!known.containsKey(field.getKey())) {
                number++;
                registerColumn(owner, field.getKey(), field.getValue(), "c" + number);
            }
        }
    }

    private String registerTable(String owner) {
        long activities = tables().stream().filter(t -> t.startsWith("act_")).count();
        String name = owner.equals(CUSTOMER) ? "attr_" + verticalId : "act_%d_%d".formatted(verticalId, activities + 1);
        handle.createUpdate("""
                        INSERT INTO vertical_table (vertical_id, owner_id, table_name)
                        VALUES (:vertical, :owner, :name)
                        """)
                .bind("vertical", verticalId)
                .bind("owner", owner)
                .bind("name", name)
                .execute();
        return name;
    }

    private void registerColumn(String owner, String field, FieldType type, String name) {
        handle.createUpdate("""
                        INSERT INTO vertical_column (vertical_id, owner_id, field_id, field_type, column_name)
                        VALUES (:vertical, :owner, :field, :type, :name)
                        """)
                .bind("vertical", verticalId)
                .bind("owner", owner)
                .bind("field", field)
                .bind("type", type.name())
                .bind("name", name)
                .execute();
    }
}

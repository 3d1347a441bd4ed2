package org.clientele.plugin.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.plugin.VerticalLayout;
import org.clientele.plugin.VerticalLayout.Column;
import org.clientele.plugin.VerticalLayout.Owner;
import org.clientele.plugins.api.FieldType;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Which generated names stand for a vertical's tables and columns, now and in versions that ran before. Works on the caller's handle.
 */
final class TableNamesDao {
    private final Handle handle;
    private final int verticalId;

    TableNamesDao(Handle handle, int verticalId) {
        this.handle = handle;
        this.verticalId = verticalId;
    }

    /** Every table registered for the vertical, now or for a version that ran before. */
    List<String> tables() {
        return handle.createQuery("""
                        SELECT table_name FROM vertical_table WHERE vertical_id = :vertical
                        UNION
                        SELECT table_name FROM plugin_version_column WHERE vertical_id = :vertical
                        ORDER BY table_name
                        """)
                .bind("vertical", verticalId)
                .mapTo(String.class)
                .list();
    }

    /** Where everything lies now. */
    VerticalLayout registered() {
        Map<String, Map<String, Column>> columns = new HashMap<>();
        handle.createQuery("""
                        SELECT owner_id, field_id, field_type, column_name, COALESCE(origin_id, field_id) AS origin_id,
                          COALESCE(origin_type, field_type) AS origin_type
                        FROM vertical_column
                        WHERE vertical_id = :vertical
                        """)
                .bind("vertical", verticalId)
                .map((row, _) -> addColumn(columns, row))
                .list();
        Map<String, Owner> owners = new HashMap<>();
        handle.createQuery("""
                        SELECT owner_id, table_name, COALESCE(origin_id, owner_id)
                        FROM vertical_table
                        WHERE vertical_id = :vertical
                        """)
                .bind("vertical", verticalId)
                .map((row, _) -> owners.put(
                        row.getString(1),
                        new Owner(
                                row.getString(2), row.getString(3), columns.getOrDefault(row.getString(1), Map.of()))))
                .list();
        return new VerticalLayout(owners);
    }

    /** Where the version of that digest had its fields; no owners when it never ran. */
    VerticalLayout ranWith(String digest) {
        Map<String, Map<String, Column>> columns = new HashMap<>();
        Map<String, Owner> places = new HashMap<>();
        handle.createQuery("""
                        SELECT owner_id, field_id, field_type, column_name, origin_id, origin_type, table_name, table_origin
                        FROM plugin_version_column
                        WHERE vertical_id = :vertical AND digest = :digest
                        """)
                .bind("vertical", verticalId)
                .bind("digest", digest)
                .map((row, _) -> {
                    addColumn(columns, row);
                    return places.put(row.getString(1), new Owner(row.getString(7), row.getString(8), Map.of()));
                })
                .list();
        Map<String, Owner> owners = new HashMap<>();
        places.forEach((id, place) ->
                owners.put(id, new Owner(place.table(), place.origin(), columns.getOrDefault(id, Map.of()))));
        return new VerticalLayout(owners);
    }

    /** Registered columns by table, of now and of versions that ran before. */
    Map<String, Set<String>> columnNames() {
        Map<String, Set<String>> names = new HashMap<>();
        tables().forEach(table -> names.put(table, new HashSet<>()));
        handle.createQuery("""
                        SELECT t.table_name, c.column_name
                        FROM vertical_column c
                        JOIN vertical_table t ON t.vertical_id = c.vertical_id AND t.owner_id = c.owner_id
                        WHERE c.vertical_id = :vertical
                        UNION
                        SELECT table_name, column_name FROM plugin_version_column WHERE vertical_id = :vertical
                        """)
                .bind("vertical", verticalId)
                .map((row, _) -> names.computeIfAbsent(row.getString(1), table -> new HashSet<>())
                        .add(row.getString(2)))
                .list();
        return names;
    }

    /**
     * Registers the layout in place of what is registered, writing only what differs: additions alone do no harm when they are cut short,
     * everything else needs a transaction.
     */
    void register(VerticalLayout layout) {
        VerticalLayout before = registered();
        before.owners()
                .forEach((id, owner) -> unregister(id, owner, layout.owner(id).orElse(null)));
        layout.owners().forEach((id, owner) -> {
            Owner known = before.owners().get(id);
            if (known == null || !known.table().equals(owner.table())) {
                registerTable(id, owner);
            }
            owner.columns().forEach((field, column) -> {
                if (known == null || !column.equals(known.columns().get(field))) {
                    registerColumn(id, field, column);
                }
            });
        });
    }

    private void unregister(String id, Owner before, @Nullable Owner after) {
        if (after == null || !after.table().equals(before.table())) {
            handle.createUpdate("DELETE FROM vertical_table WHERE vertical_id = :vertical AND owner_id = :owner")
                    .bind("vertical", verticalId)
                    .bind("owner", id)
                    .execute();
        }
        before.columns().forEach((field, column) -> {
            if (after == null || !column.equals(after.columns().get(field))) {
                handle.createUpdate("""
                                DELETE FROM vertical_column
                                WHERE vertical_id = :vertical AND owner_id = :owner AND field_id = :field
                                """)
                        .bind("vertical", verticalId)
                        .bind("owner", id)
                        .bind("field", field)
                        .execute();
            }
        });
    }

    private void registerTable(String id, Owner owner) {
        handle.createUpdate("""
                        INSERT INTO vertical_table (vertical_id, owner_id, table_name, origin_id)
                        VALUES (:vertical, :owner, :table, :origin)
                        """)
                .bind("vertical", verticalId)
                .bind("owner", id)
                .bind("table", owner.table())
                .bind("origin", owner.origin())
                .execute();
    }

    private void registerColumn(String owner, String field, Column column) {
        bind(handle.createUpdate("""
                        INSERT INTO vertical_column
                          (vertical_id, owner_id, field_id, field_type, column_name, origin_id, origin_type)
                        VALUES (:vertical, :owner, :field, :type, :column, :origin, :originType)
                        """), owner, field, column).execute();
    }

    /**
     * Notes where the version of that digest has its fields, in place of what was noted of them. What was noted of other fields stays: it may be
     * all that names their columns.
     */
    void remember(String digest, VerticalLayout layout) {
        layout.owners().forEach((id, owner) -> owner.columns().forEach((field, column) -> {
            handle.createUpdate("""
                            DELETE FROM plugin_version_column
                            WHERE vertical_id = :vertical AND digest = :digest
                              AND (owner_id = :owner AND field_id = :field OR table_name = :table AND column_name = :column)
                            """)
                    .bind("vertical", verticalId)
                    .bind("digest", digest)
                    .bind("owner", id)
                    .bind("field", field)
                    .bind("table", owner.table())
                    .bind("column", column.name())
                    .execute();
            bind(handle.createUpdate("""
                            INSERT INTO plugin_version_column (vertical_id, digest, owner_id, table_name, table_origin,
                              field_id, field_type, column_name, origin_id, origin_type)
                            VALUES (:vertical, :digest, :owner, :table, :tableOrigin, :field, :type, :column, :origin,
                              :originType)
                            """), id, field, column)
                    .bind("digest", digest)
                    .bind("table", owner.table())
                    .bind("tableOrigin", owner.origin())
                    .execute();
        }));
    }

    /** A column of a version that ran. */
    record Past(String digest, String table, String column) {}

    List<Past> past() {
        return handle.createQuery("""
                        SELECT digest, table_name, column_name FROM plugin_version_column WHERE vertical_id = :vertical
                        """)
                .bind("vertical", verticalId)
                .map((row, _) -> new Past(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** Whether the column is in use, or a version of these would use it again. */
    boolean isNamed(Past past, Set<String> digests) {
        boolean kept = past().stream()
                .anyMatch(other -> digests.contains(other.digest())
                        && other.table().equals(past.table())
                        && other.column().equals(past.column()));
        return kept || inUse(past.table()).anyMatch(column -> column.name().equals(past.column()));
    }

    /** Whether a column in use holds the same field in another type. */
    boolean hasSibling(Past past) {
        String family = new Column(past.column(), FieldType.TEXT, "", FieldType.TEXT).family();
        return inUse(past.table()).anyMatch(column -> column.family().equals(family));
    }

    private Stream<Column> inUse(String table) {
        return registered().owners().values().stream()
                .filter(owner -> owner.table().equals(table))
                .flatMap(owner -> owner.columns().values().stream());
    }

    void forget(Past past) {
        handle.createUpdate("""
                        DELETE FROM plugin_version_column
                        WHERE vertical_id = :vertical AND digest = :digest AND table_name = :table AND column_name = :column
                        """)
                .bind("vertical", verticalId)
                .bind("digest", past.digest())
                .bind("table", past.table())
                .bind("column", past.column())
                .execute();
    }

    /** Forgets the vertical altogether. */
    void forgetAll() {
        delete("plugin_version_column");
        delete("vertical_column");
        delete("vertical_table");
    }

    private Update bind(Update update, String owner, String field, Column column) {
        return update.bind("vertical", verticalId)
                .bind("owner", owner)
                .bind("field", field)
                .bind("type", column.type().name())
                .bind("column", column.name())
                .bind("origin", column.origin())
                .bind("originType", column.originType().name());
    }

    private void delete(String table) {
        handle.createUpdate("DELETE FROM " + table + " WHERE vertical_id = :vertical")
                .bind("vertical", verticalId)
                .execute();
    }

    private static Column addColumn(Map<String, Map<String, Column>> columns, ResultSet row) throws SQLException {
        Column column = new Column(
                row.getString("column_name"),
                FieldType.valueOf(row.getString("field_type")),
                row.getString("origin_id"),
                FieldType.valueOf(row.getString("origin_type")));
        columns.computeIfAbsent(row.getString("owner_id"), owner -> new HashMap<>())
                .put(row.getString("field_id"), column);
        return column;
    }
}

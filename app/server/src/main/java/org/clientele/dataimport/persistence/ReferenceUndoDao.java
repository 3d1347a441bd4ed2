package org.clientele.dataimport.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalTables.Table;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.ReferenceDefinition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Takes back what an import did to rows of references. Every piece can be done again after a crash. */
@Repository
public class ReferenceUndoDao {
    private final Jdbi jdbi;

    public ReferenceUndoDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Puts back what the import changed of at most so many rows, and forgets the change. A value that is another one by now stays.
     *
     * @return whether there may be more
     */
    public boolean restore(Vertical vertical, long importId, int limit) {
        return jdbi.withHandle(handle -> {
            List<Change> changes = handle.createQuery("""
                            SELECT id, reference_id, ref_key, before_state, after_state
                            FROM reference_change
                            WHERE import_id = :import
                            ORDER BY id
                            FETCH FIRST :limit ROWS ONLY
                            """)
                    .bind("import", importId)
                    .bind("limit", limit)
                    .map((row, _) -> Change.read(row))
                    .list();
            for (Change change : changes) {
                ReferenceDefinition reference = vertical.definition().references().stream()
                        .filter(known -> known.isCalled(change.reference()))
                        .findFirst()
                        .orElse(null);
                if (reference != null) {
                    restore(handle, vertical.tables().reference(reference.id()), reference, change);
                }
                handle.createUpdate("DELETE FROM reference_change WHERE id = :id")
                        .bind("id", change.id())
                        .execute();
            }
            return changes.size() == limit;
        });
    }

    /**
     * Removes the rows that the import made of a reference, unless a later import changed them. What points to them keeps their keys.
     *
     * @return how many were removed
     */
    public int deleteRows(Vertical vertical, String reference, long importId) {
        String table = vertical.tables().reference(reference).name();
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        DELETE FROM %s
                        WHERE import_id = :import AND ref_key NOT IN (
                          SELECT c.ref_key
                          FROM reference_change c JOIN import_run r ON r.id = c.import_id
                          WHERE c.reference_id = :reference AND r.vertical_id = :vertical)
                        """.formatted(table))
                .bind("import", importId)
                .bind("reference", reference)
                .bind("vertical", vertical.id())
                .execute());
    }

    private static void restore(Handle handle, Table table, ReferenceDefinition reference, Change change) {
        for (ActivityField field : reference.fields()) {
            if (!change.before().values().containsKey(field.id())) {
                continue;
            }
            Object before = change.before().value(field.id(), field.type());
            Object after = change.after().value(field.id(), field.type());
            if (!Objects.equals(before, after)) {
                restoreValue(handle, table, field, change.key(), before, after);
            }
        }
    }

    private static void restoreValue(
            Handle handle,
            Table table,
            ActivityField field,
            String key,
            @Nullable Object before,
            @Nullable Object after) {
        String column = table.column(field.id());
        String condition = after == null ? " IS NULL" : " = :after";
        Update update = handle.createUpdate("UPDATE %s SET %s = :before WHERE ref_key = :key AND %s%s"
                        .formatted(table.name(), column, column, condition))
                .bind("key", key);
        if (before == null) {
            update.bindNull("before", StoredState.sqlType(field.type()));
        } else {
            update.bind("before", before);
        }
        if (after != null) {
            update.bind("after", after);
        }
        update.execute();
    }

    private record Change(long id, String reference, String key, StoredState before, StoredState after) {
        static Change read(ResultSet row) throws SQLException {
            return new Change(
                    row.getLong("id"),
                    row.getString("reference_id"),
                    row.getString("ref_key"),
                    StoredState.read(row.getString("before_state")),
                    StoredState.read(row.getString("after_state")));
        }
    }
}

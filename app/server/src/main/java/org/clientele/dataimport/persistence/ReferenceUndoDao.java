package org.clientele.dataimport.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalTables.Table;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.ReferenceDefinition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
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
            changes.forEach(change -> restore(handle, vertical, change));
            StoredChange.forget(
                    handle, "reference_change", changes.stream().map(Change::id).toList());
            return changes.size() == limit;
        });
    }

    /**
     * Removes the rows that the import made of a reference, unless a later import changed them. What points to them keeps their keys.
     *
     * @return how many were removed
     */
    public int deleteRows(Vertical vertical, ReferenceDefinition reference, long importId) {
        String table = vertical.tables().reference(reference.id()).name();
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        DELETE FROM %s
                        WHERE import_id = :import AND ref_key NOT IN (
                          SELECT c.ref_key
                          FROM reference_change c JOIN import_run r ON r.id = c.import_id
                          WHERE c.reference_id IN (<names>) AND r.vertical_id = :vertical)
                        """.formatted(table))
                .bind("import", importId)
                .bindList("names", reference.names())
                .bind("vertical", vertical.id())
                .execute());
    }

    private static void restore(Handle handle, Vertical vertical, Change change) {
        for (ReferenceDefinition reference : vertical.definition().references()) {
            if (reference.isCalled(change.reference())) {
                restore(handle, vertical.tables().reference(reference.id()), reference, change);
            }
        }
    }

    private static void restore(Handle handle, Table table, ReferenceDefinition reference, Change change) {
        StoredChange.Row row = new StoredChange.Row(table.name(), "ref_key", change.key());
        for (String formerly : change.stored().before().values().keySet()) {
            ActivityField field = current(reference, formerly);
            if (field != null) {
                StoredChange.Cell cell = new StoredChange.Cell(table.column(field.id()), field.type(), formerly);
                change.stored().restore(handle, row, cell, false);
            }
        }
    }

    /** The field that had the id when the import ran; null when it is gone. */
    private static @Nullable ActivityField current(ReferenceDefinition reference, String id) {
        ActivityField same = reference.field(id);
        return same != null
                ? same
                : reference.fields().stream()
                        .filter(field -> field.isCalled(id))
                        .findFirst()
                        .orElse(null);
    }

    private record Change(long id, String reference, String key, StoredChange stored) {
        static Change read(ResultSet row) throws SQLException {
            return new Change(
                    row.getLong("id"), row.getString("reference_id"), row.getString("ref_key"), StoredChange.read(row));
        }
    }
}

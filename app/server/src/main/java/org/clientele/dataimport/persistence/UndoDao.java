package org.clientele.dataimport.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clientele.common.persistence.AttributeHistory;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalTables.Table;
import org.clientele.plugins.api.AttributeDefinition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Takes the rows of an import back, piece by piece so that a big one needs no big transaction. Every piece can be done again after a
 * crash.
 */
@Repository
public class UndoDao {
    private final Jdbi jdbi;

    public UndoDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** First and last id of something an import made. */
    public record Range(long first, long last) {}

    /** Where the activities of the import lie; empty when there are none. */
    public Optional<Range> activities(Vertical vertical, String activity, long importId) {
        String table = new ImportTables(vertical).activityTable(activity);
        return jdbi.withHandle(handle -> range(handle, table, importId));
    }

    /** Deletes the import's activities with ids in the range. */
    public void deleteActivities(Vertical vertical, String activity, long importId, Range range) {
        String table = new ImportTables(vertical).activityTable(activity);
        jdbi.useHandle(handle -> handle.createUpdate(
                        "DELETE FROM " + table + " WHERE id >= :first AND id <= :last AND import_id = :import")
                .bind("first", range.first())
                .bind("last", range.last())
                .bind("import", importId)
                .execute());
    }

    /** Where the customers made by the import lie; empty when there are none. */
    public Optional<Range> customers(long importId) {
        return jdbi.withHandle(handle -> range(handle, "customer", importId));
    }

    /**
     * Removes customers made by the import, unless something else hangs on them by now: an activity, an interaction, a case, a workflow, points
     * that somebody gave, took or redeemed, what the customer allows, a loss, a survey, a task that somebody closed, an edit by hand, a change by another import.
     *
     * @return how many were removed
     */
    public int deleteCustomers(Vertical vertical, long importId, Range range) {
        String unused = vertical.tables().activities().values().stream()
                .map(Table::name)
                .map(table -> " AND NOT EXISTS (SELECT 1 FROM %s x WHERE x.customer_id = c.id)".formatted(table))
                .collect(Collectors.joining());
        String select = """
                SELECT c.id
                FROM customer c
                WHERE c.id >= :first AND c.id <= :last AND c.import_id = :import AND c.vertical_id = :vertical
                  AND c.updated_at IS NULL
                  AND NOT EXISTS (SELECT 1 FROM interaction i WHERE i.customer_id = c.id)
                  AND NOT EXISTS (SELECT 1 FROM service_case s WHERE s.customer_id = c.id)
                  AND NOT EXISTS (SELECT 1 FROM workflow_run w WHERE w.customer_id = c.id)
                  AND NOT EXISTS (SELECT 1 FROM task t WHERE t.customer_id = c.id AND t.closed_by IS NOT NULL)
                  AND NOT EXISTS (SELECT 1 FROM loyalty_entry l WHERE l.customer_id = c.id AND l.posted_by IS NOT NULL)
                  AND NOT EXISTS (SELECT 1 FROM consent n WHERE n.customer_id = c.id)
                  AND NOT EXISTS (SELECT 1 FROM customer_loss o WHERE o.customer_id = c.id)
                  AND NOT EXISTS (SELECT 1 FROM survey_invitation y WHERE y.customer_id = c.id)
                  AND NOT EXISTS (SELECT 1 FROM import_change h WHERE h.customer_id = c.id)
                """ + unused;
        return jdbi.withHandle(handle -> {
            List<Long> ids = handle.createQuery(select)
                    .bind("first", range.first())
                    .bind("last", range.last())
                    .bind("import", importId)
                    .bind("vertical", vertical.id())
                    .mapTo(Long.class)
                    .list();
            if (!ids.isEmpty()) {
                delete(handle, vertical.tables().attributes().name(), "customer_id", ids);
                delete(handle, "attribute_change", "customer_id", ids);
                delete(handle, "customer", "id", ids);
            }
            return ids.size();
        });
    }

    /**
     * Puts back what the import changed of at most so many customers, and forgets the change. What somebody changed again since then stays.
     *
     * @return whether there may be more
     */
    public boolean restore(Vertical vertical, long importId, int limit) {
        return jdbi.withHandle(handle -> {
            List<Change> changes = handle.createQuery("""
                            SELECT id, customer_id, version, before_state, after_state
                            FROM import_change
                            WHERE import_id = :import
                            ORDER BY id
                            FETCH FIRST :limit ROWS ONLY
                            """)
                    .bind("import", importId)
                    .bind("limit", limit)
                    .map((row, _) -> Change.read(row))
                    .list();
            changes.forEach(change -> restore(handle, vertical, change));
            AttributeHistory.takeBack(
                    handle, importId, changes.stream().map(Change::customerId).toList());
            StoredChange.forget(
                    handle, "import_change", changes.stream().map(Change::id).toList());
            return changes.size() == limit;
        });
    }

    private record Change(long id, long customerId, int version, StoredChange stored) {
        static Change read(ResultSet row) throws SQLException {
            return new Change(
                    row.getLong("id"), row.getLong("customer_id"), row.getInt("version"), StoredChange.read(row));
        }
    }

    private static void restore(Handle handle, Vertical vertical, Change change) {
        boolean untouched = restoreCustomer(handle, change);
        Table table = vertical.tables().attributes();
        StoredChange.Row row = new StoredChange.Row(table.name(), "customer_id", change.customerId());
        for (String formerly : change.stored().before().values().keySet()) {
            AttributeDefinition attribute = current(vertical, formerly);
            String column = attribute == null ? null : table.columns().get(attribute.id());
            if (column != null && attribute != null) {
                StoredChange.Cell cell = new StoredChange.Cell(column, attribute.type(), formerly);
                change.stored().restore(handle, row, cell, untouched);
            }
        }
    }

    /** The attribute that had the id when the import ran; null when it is gone. */
    private static @Nullable AttributeDefinition current(Vertical vertical, String id) {
        AttributeDefinition same = vertical.definition().attribute(id);
        return same != null
                ? same
                : vertical.definition().attributes().stream()
                        .filter(attribute -> attribute.isCalled(id))
                        .findFirst()
                        .orElse(null);
    }

    /** The version goes back with the state, where nobody else has changed the customer: it is the customer of before. */
    private static boolean restoreCustomer(Handle handle, Change change) {
        StoredState was = change.stored().before();
        StoredState became = change.stored().after();
        int restored = handle.createUpdate(
                        "UPDATE customer SET name = :name, version = :version WHERE id = :id AND version = :version + 1")
                .bind("name", was.name())
                .bind("version", change.version())
                .bind("id", change.customerId())
                .execute();
        restoreOwner(handle, change);
        if (restored == 0 && !Objects.equals(was.name(), became.name())) {
            handle.createUpdate("""
                            UPDATE customer
                            SET name = :before, version = version + 1
                            WHERE id = :id AND (name = :after OR name IS NULL AND CAST(:after AS VARCHAR(200)) IS NULL)
                            """)
                    .bind("before", was.name())
                    .bind("after", became.name())
                    .bind("id", change.customerId())
                    .execute();
        }
        return restored == 1;
    }

    /** The former owner, unless somebody has chosen yet another one since, or the account is gone. */
    private static void restoreOwner(Handle handle, Change change) {
        Long was = change.stored().before().owner();
        Long became = change.stored().after().owner();
        if (became != null && !became.equals(was)) {
            handle.createUpdate("UPDATE customer SET owner_user_id = :was WHERE id = :id AND owner_user_id = :became")
                    .bindByType("was", was, Long.class)
                    .bind("became", became)
                    .bind("id", change.customerId())
                    .execute();
        }
    }

    private static Optional<Range> range(Handle handle, String table, long importId) {
        return handle.createQuery("SELECT min(id), max(id) FROM " + table + " WHERE import_id = :import")
                .bind("import", importId)
                .map((row, _) -> row.getObject(1, Long.class) == null
                        ? Optional.<Range>empty()
                        : Optional.of(new Range(row.getLong(1), row.getLong(2))))
                .one();
    }

    private static void delete(Handle handle, String table, String column, List<Long> ids) {
        for (int from = 0; from < ids.size(); from += 500) {
            handle.createUpdate("DELETE FROM " + table + " WHERE " + column + " IN (<ids>)")
                    .bindList("ids", new ArrayList<>(ids.subList(from, Math.min(from + 500, ids.size()))))
                    .execute();
        }
    }
}

package org.clientele.common.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Writes down what attributes of customers were before they changed, wherever a customer is changed; in the caller's transaction. */
public final class AttributeHistory {
    private static final List<String> COLUMNS = List.of(
            "vertical_id", "customer_id", "attribute_id", "changed_on", "before_value", "after_value", "import_id");

    private AttributeHistory() {}

    /**
     * A change.
     *
     * @param before null: there was no value
     * @param after null: there is none any more
     */
    public record Change(
            long customer,
            String attribute,
            LocalDate day,
            @Nullable String before,
            @Nullable String after) {}

    /** The day on which a change counts. */
    public static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneId.systemDefault());
    }

    public static void write(
            Handle handle, Dialect dialect, int verticalId, @Nullable Long importId, List<Change> changes) {
        List<@Nullable Object[]> rows = changes.stream()
                .map(change -> new @Nullable Object[] {
                    verticalId,
                    change.customer(),
                    change.attribute(),
                    change.day(),
                    change.before(),
                    change.after(),
                    importId
                })
                .toList();
        BulkInsert.insert(handle, dialect, "attribute_change", COLUMNS, rows);
    }

    private record Stored(
            long id,
            long customer,
            String attribute,
            @Nullable String before) {}

    /** Forgets what an import changed of customers, as if it had never been: what changed afterwards, changed from what was before it. */
    public static void takeBack(Handle handle, long importId, Collection<Long> customers) {
        if (customers.isEmpty()) {
            return;
        }
        List<Stored> changes = handle.createQuery("""
                        SELECT id, customer_id, attribute_id, before_value
                        FROM attribute_change
                        WHERE import_id = :import AND customer_id IN (<customers>)
                        ORDER BY id DESC""")
                .bind("import", importId)
                .bindList("customers", List.copyOf(customers))
                .map((row, context) -> new Stored(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)))
                .list();
        if (changes.isEmpty()) {
            return;
        }
        PreparedBatch next = handle.prepareBatch("""
                UPDATE attribute_change SET before_value = :before
                WHERE id = (
                  SELECT min(c.id) FROM attribute_change c
                  WHERE c.customer_id = :customer AND c.attribute_id = :attribute AND c.id > :id)""");
        PreparedBatch forget = handle.prepareBatch("DELETE FROM attribute_change WHERE id = :id");
        changes.forEach(change -> {
            next.bind("before", change.before())
                    .bind("customer", change.customer())
                    .bind("attribute", change.attribute())
                    .bind("id", change.id())
                    .add();
            forget.bind("id", change.id()).add();
        });
        next.execute();
        forget.execute();
    }
}

package org.clientele.common.persistence;

import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Ids of the rows that an import has just stored in its transaction, in the order in which they were stored: what belongs to them needs them. */
public final class FreshRows {
    private final Handle handle;
    private final String table;
    private final long before;

    private FreshRows(Handle handle, String table, long before) {
        this.handle = handle;
        this.table = table;
        this.before = before;
    }

    /** Stores rows that name their import in {@code import_id}, and tells their ids. */
    public static List<Long> insert(
            Handle handle,
            Dialect dialect,
            String table,
            List<String> columns,
            List<@Nullable Object[]> rows,
            long importId) {
        Long last = handle.createQuery("SELECT max(id) FROM " + table)
                .mapTo(Long.class)
                .findOne()
                .orElse(null);
        BulkInsert.insert(handle, dialect, table, columns, rows);
        return new FreshRows(handle, table, Objects.requireNonNullElse(last, -1L)).ids(importId);
    }

    private List<Long> ids(long importId) {
        return handle.createQuery(
                        "SELECT id FROM %s WHERE id > :before AND import_id = :import ORDER BY id".formatted(table))
                .bind("before", before)
                .bind("import", importId)
                .mapTo(Long.class)
                .list();
    }
}

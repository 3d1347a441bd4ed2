package org.clientele.dataimport.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.clientele.plugins.api.FieldType;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** What an import changed of one row: put back value by value, and forgotten. */
record StoredChange(StoredState before, StoredState after) {
    /** Where a row lies: by which column it is found, and what that column holds. */
    record Row(String table, String column, Object key) {}

    /** A value of the row today: its column, what it holds, and what it was called when the import ran. */
    record Cell(String column, FieldType type, String formerly) {}

    static StoredChange read(ResultSet row) throws SQLException {
        return new StoredChange(
                StoredState.read(row.getString("before_state")), StoredState.read(row.getString("after_state")));
    }

    /**
     * Puts a value back. One that is another by now stays, and so does one whose type no longer takes what was there.
     *
     * @param untouched whether nobody else has changed the row since, so that the value need not be looked at
     */
    void restore(Handle handle, Row row, Cell cell, boolean untouched) {
        Object was = before.value(cell.formerly(), cell.type());
        Object became = after.value(cell.formerly(), cell.type());
        boolean unreadable = before.isLost(cell.formerly(), was) || after.isLost(cell.formerly(), became);
        if (unreadable || Objects.equals(was, became)) {
            return;
        }
        Update update = handle.createUpdate("UPDATE %s SET %s = :before WHERE %s = :key%s"
                        .formatted(row.table(), cell.column(), row.column(), standing(cell, became, untouched)))
                .bind("key", row.key());
        bind(update, "before", cell.type(), was);
        if (became != null && !untouched) {
            update.bind("after", became);
        }
        update.execute();
    }

    /** Forgets changes that are put back. */
    static void forget(Handle handle, String table, List<Long> ids) {
        if (!ids.isEmpty()) {
            handle.createUpdate("DELETE FROM " + table + " WHERE id IN (<ids>)")
                    .bindList("ids", ids)
                    .execute();
        }
    }

    private static String standing(Cell cell, @Nullable Object became, boolean untouched) {
        if (untouched) {
            return "";
        }
        return became == null
                ? " AND %s IS NULL".formatted(cell.column())
                : " AND %s = :after".formatted(cell.column());
    }

    private static void bind(Update update, String name, FieldType type, @Nullable Object value) {
        if (value == null) {
            update.bindNull(name, StoredState.sqlType(type));
        } else {
            update.bind(name, value);
        }
    }
}

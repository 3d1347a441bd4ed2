package org.clientele.plugin.persistence;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Repository;

/** Looks for money in a vertical's typed tables. */
@Repository
public class MoneyDao {
    private final Jdbi jdbi;

    public MoneyDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record MoneyColumn(String table, String column) {}

    /** Whether any amount is kept of the vertical. */
    public boolean holdsMoney(int verticalId) {
        return jdbi.withHandle(
                handle -> columns(handle, verticalId).stream().anyMatch(column -> hasValue(handle, column)));
    }

    private static List<MoneyColumn> columns(Handle handle, int verticalId) {
        return handle.createQuery("""
                        SELECT t.table_name, c.column_name
                        FROM vertical_table t
                        JOIN vertical_column c ON c.vertical_id = t.vertical_id AND c.owner_id = t.owner_id
                        WHERE t.vertical_id = :vertical AND c.field_type = 'MONEY'
                        """)
                .bind("vertical", verticalId)
                .map((row, _) -> new MoneyColumn(row.getString(1), row.getString(2)))
                .list();
    }

    private static boolean hasValue(Handle handle, MoneyColumn money) {
        return handle.createQuery("SELECT 1 FROM %s WHERE %s IS NOT NULL FETCH FIRST 1 ROWS ONLY"
                        .formatted(money.table(), money.column()))
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }
}

package org.clientele.plugin.persistence;

import java.util.List;
import java.util.Map;
import org.clientele.common.persistence.Dialect;
import org.clientele.plugin.RowCount;
import org.clientele.plugin.VerticalLayout;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Repository;

/** Counts the rows of a vertical's typed tables. Costs a scan of each: a second or so for some millions of rows. */
@Repository
public class RowCountDao {
    private final Jdbi jdbi;
    private final Dialect dialect;

    public RowCountDao(Jdbi jdbi, Dialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    /** The attributes first, then the activities by id. */
    public List<RowCount> count(int verticalId) {
        return jdbi.withHandle(handle -> tables(handle, verticalId).stream()
                .map(table -> new RowCount(table.getKey(), rows(handle, table.getValue())))
                .toList());
    }

    /** Those that are there: a crash may have left a name without its table. */
    private List<Map.Entry<String, String>> tables(Handle handle, int verticalId) {
        return handle.createQuery("""
                        SELECT t.owner_id, t.table_name
                        FROM vertical_table t
                        JOIN information_schema.tables i ON lower(i.table_name) = t.table_name
                        WHERE t.vertical_id = :vertical AND i.table_schema = :schema
                        ORDER BY CASE WHEN t.owner_id = :customer THEN 0 ELSE 1 END, t.owner_id
                        """)
                .bind("vertical", verticalId)
                .bind("schema", dialect.schema())
                .bind("customer", VerticalLayout.CUSTOMER)
                .map((row, context) -> Map.entry(row.getString("owner_id"), row.getString("table_name")))
                .list();
    }

    private static long rows(Handle handle, String table) {
        return handle.createQuery("SELECT count(*) FROM " + table)
                .mapTo(Long.class)
                .one();
    }
}

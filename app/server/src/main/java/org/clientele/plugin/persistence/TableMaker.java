package org.clientele.plugin.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.clientele.common.persistence.Dialect;
import org.clientele.plugin.VerticalLayout;
import org.clientele.plugins.api.FieldType;
import org.jdbi.v3.core.Handle;

/** Makes typed tables and columns that are not there. Every call can be done again. Works on the caller's handle. */
final class TableMaker {
    /** No foreign key to customer: checking it would slow an import of millions of rows and find nothing. */
    private static final Map<String, String> ATTRIBUTE_KEY = Map.of("customer_id", "BIGINT PRIMARY KEY");

    private static final Map<String, String> ACTIVITY_KEY = activityKey();
    private static final Map<String, String> REFERENCE_KEY = referenceKey();

    private final Handle handle;
    private final Dialect dialect;

    TableMaker(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
    }

    /** Makes the owner's table with all its columns, or adds the columns it lacks. */
    void make(String owner, VerticalLayout.Owner place) {
        boolean activity = !owner.equals(VerticalLayout.CUSTOMER) && !VerticalLayout.isReference(owner);
        Map<String, String> wanted = new LinkedHashMap<>(
                activity ? ACTIVITY_KEY : VerticalLayout.isReference(owner) ? REFERENCE_KEY : ATTRIBUTE_KEY);
        place.columns().values().forEach(column -> wanted.put(column.name(), sqlType(column.type())));
        make(place.table(), wanted);
        if (activity && !hasCustomerIndex(place.table())) {
            handle.execute("CREATE INDEX %1$s_customer ON %1$s (customer_id)".formatted(place.table()));
        }
    }

    /** The columns of a table in lower case; empty when there is no such table. */
    Set<String> columnsOf(String table) {
        return handle.createQuery("""
                        SELECT lower(column_name)
                        FROM information_schema.columns
                        WHERE table_schema = :schema AND lower(table_name) = :table
                        """)
                .bind("schema", dialect.schema())
                .bind("table", table)
                .mapTo(String.class)
                .set();
    }

    /** The typed tables there are of a vertical, registered or not. */
    List<String> tablesOf(int verticalId) {
        return handle.createQuery("""
                        SELECT lower(table_name)
                        FROM information_schema.tables
                        WHERE table_schema = :schema
                          AND (lower(table_name) LIKE 'attr%' OR lower(table_name) LIKE 'act%' OR lower(table_name) LIKE 'ref%')
                        ORDER BY 1
                        """)
                .bind("schema", dialect.schema())
                .mapTo(String.class)
                .filter(name -> name.equals("attr_" + verticalId)
                        || name.startsWith("act_" + verticalId + "_")
                        || name.startsWith("ref_" + verticalId + "_"))
                .list();
    }

    void dropColumn(String table, String column) {
        handle.execute("ALTER TABLE %s DROP COLUMN %s".formatted(table, column));
    }

    void dropTable(String table) {
        handle.execute("DROP TABLE " + table);
    }

    private void make(String table, Map<String, String> wanted) {
        Set<String> present = columnsOf(table);
        if (present.isEmpty()) {
            String columns = wanted.entrySet().stream()
                    .map(column -> column.getKey() + " " + column.getValue())
                    .reduce((a, b) -> a + ", " + b)
                    .orElseThrow();
            handle.execute("%s %s (%s)".formatted(dialect.createTable(), table, columns));
            return;
        }
        new TreeMap<>(wanted).forEach((column, type) -> {
            if (!present.contains(column)) {
                handle.execute("ALTER TABLE %s ADD COLUMN %s %s".formatted(table, column, type));
            }
        });
    }

    /** Asked first, because HSQLDB lets even {@code IF NOT EXISTS} wait for every open transaction, and all readers wait behind it. */
    private boolean hasCustomerIndex(String table) {
        String stored = dialect == Dialect.HSQLDB ? table.toUpperCase(Locale.ROOT) : table;
        try (ResultSet indexes =
                handle.getConnection().getMetaData().getIndexInfo(null, dialect.schema(), stored, false, true)) {
            while (indexes.next()) {
                if ("customer_id".equalsIgnoreCase(indexes.getString("COLUMN_NAME"))) {
                    return true;
                }
            }
            return false;
        } catch (SQLException failure) {
            throw new IllegalStateException("The indexes of %s cannot be read".formatted(table), failure);
        }
    }

    private static Map<String, String> activityKey() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("id", "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY");
        columns.put("customer_id", "BIGINT NOT NULL");
        columns.put("happened_at", "TIMESTAMP NOT NULL");
        columns.put("row_key", "BIGINT NOT NULL");
        columns.put("import_id", "BIGINT");
        return columns;
    }

    private static Map<String, String> referenceKey() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("id", "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY");
        columns.put("ref_key", "VARCHAR(100) NOT NULL UNIQUE");
        columns.put("import_id", "BIGINT");
        return columns;
    }

    static String sqlType(FieldType type) {
        return switch (type) {
            case TEXT, CHOICE -> "VARCHAR(500)";
            case INTEGER, MONEY -> "BIGINT";
            case DECIMAL -> "DOUBLE PRECISION";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
        };
    }
}

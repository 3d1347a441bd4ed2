package org.clientele.privacy.persistence;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clientele.common.persistence.Dialect;
import org.jdbi.v3.core.Handle;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * Where something about a customer is kept, told by the database itself: the customer's row, every table with a column {@code customer_id}, and what
 * points to their rows. A table that is made later is found without being named here.
 *
 * @param rows the tables with the condition of the customer's rows, with {@code :customer} as parameter; what points to others first
 * @param detached columns of others' rows that point to the customer's, to be emptied before
 */
record PersonalTables(List<Rows> rows, List<Rows> detached) {
    private static final String CUSTOMER = "customer";
    private static final String CUSTOMER_ID = "customer_id";

    /**
     * Rows of a table.
     *
     * @param column that is emptied, for those that stay; otherwise empty
     */
    record Rows(String table, String column, String condition) {}

    private record Pointer(String table, String column, String to, String key, boolean mayBeEmpty) {}

    static PersonalTables of(Handle handle, Dialect dialect) {
        try {
            return read(handle, dialect);
        } catch (SQLException failure) {
            throw new UncategorizedSQLException("Asking the database for its tables", null, failure);
        }
    }

    private static PersonalTables read(Handle handle, Dialect dialect) throws SQLException {
        DatabaseMetaData data = handle.getConnection().getMetaData();
        Set<String> tables = new TreeSet<>();
        try (ResultSet found = data.getTables(null, dialect.schema(), "%", new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(lower(found.getString("TABLE_NAME")));
            }
        }
        Set<String> own = new TreeSet<>();
        Map<String, Boolean> nullable = new LinkedHashMap<>();
        try (ResultSet found = data.getColumns(null, dialect.schema(), "%", "%")) {
            while (found.next()) {
                String table = lower(found.getString("TABLE_NAME"));
                String column = lower(found.getString("COLUMN_NAME"));
                if (tables.contains(table)) {
                    nullable.put(table + "." + column, found.getInt("NULLABLE") == DatabaseMetaData.columnNullable);
                    if (column.equals(CUSTOMER_ID)) {
                        own.add(table);
                    }
                }
            }
        }
        return new Search(pointers(handle, dialect, tables, nullable), own).found();
    }

    private static List<Pointer> pointers(
            Handle handle, Dialect dialect, Set<String> tables, Map<String, Boolean> nullable) throws SQLException {
        List<Pointer> pointers = new ArrayList<>();
        try (Statement statement = handle.getConnection().createStatement();
                ResultSet found = crossReference(handle, statement, dialect)) {
            while (found.next()) {
                String table = lower(found.getString("FKTABLE_NAME"));
                String column = lower(found.getString("FKCOLUMN_NAME"));
                if (tables.contains(table)) {
                    pointers.add(new Pointer(
                            table,
                            column,
                            lower(found.getString("PKTABLE_NAME")),
                            lower(found.getString("PKCOLUMN_NAME")),
                            nullable.getOrDefault(table + "." + column, false)));
                }
            }
        }
        return pointers;
    }

    /** All at once: HSQLDB takes a good part of a second for each table that it is asked for through JDBC. */
    private static ResultSet crossReference(Handle handle, Statement statement, Dialect dialect) throws SQLException {
        return dialect == Dialect.HSQLDB
                ? statement.executeQuery("SELECT FKTABLE_NAME, FKCOLUMN_NAME, PKTABLE_NAME, PKCOLUMN_NAME"
                        + " FROM INFORMATION_SCHEMA.SYSTEM_CROSSREFERENCE WHERE FKTABLE_SCHEM = '" + dialect.schema()
                        + "'")
                : handle.getConnection().getMetaData().getImportedKeys(null, dialect.schema(), null);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Follows the pointers from the customer on; each table's rows may be reached in several ways. */
    private static final class Search {
        private final List<Pointer> pointers;
        private final Set<String> own;
        private final Map<String, Set<String>> conditions = new LinkedHashMap<>();
        private final Set<Rows> detached = new LinkedHashSet<>();

        Search(List<Pointer> pointers, Set<String> own) {
            this.pointers = pointers;
            this.own = own;
        }

        PersonalTables found() {
            own.forEach(table -> reach(table, CUSTOMER_ID + " = :customer", 0));
            reach(CUSTOMER, "id = :customer", 0);
            List<String> order = new ArrayList<>();
            conditions.keySet().forEach(table -> after(table, order, new LinkedHashSet<>()));
            List<Rows> rows = order.stream()
                    .map(table -> new Rows(table, "", String.join(" OR ", conditions.getOrDefault(table, Set.of()))))
                    .toList();
            return new PersonalTables(rows, List.copyOf(detached));
        }

        private void reach(String table, String condition, int depth) {
            boolean fresh = conditions
                    .computeIfAbsent(table, name -> new LinkedHashSet<>())
                    .add(condition);
            if (!fresh || depth > 4) {
                return;
            }
            for (Pointer pointer : pointers) {
                if (pointer.to().equals(table) && !pointer.column().equals(CUSTOMER_ID)) {
                    String pointing = "%s IN (SELECT %s FROM %s WHERE %s)"
                            .formatted(pointer.column(), pointer.key(), table, condition);
                    if (pointer.mayBeEmpty()) {
                        detached.add(new Rows(pointer.table(), pointer.column(), pointing));
                    } else if (!own.contains(pointer.table())) {
                        reach(pointer.table(), pointing, depth + 1);
                    }
                }
            }
        }

        /** Puts what points to the table before it. */
        private void after(String table, List<String> order, Set<String> on) {
            if (order.contains(table) || !on.add(table)) {
                return;
            }
            pointers.stream()
                    .filter(pointer -> pointer.to().equals(table) && conditions.containsKey(pointer.table()))
                    .forEach(pointer -> after(pointer.table(), order, on));
            order.add(table);
        }
    }
}

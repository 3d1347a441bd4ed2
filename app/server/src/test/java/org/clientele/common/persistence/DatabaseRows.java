package org.clientele.common.persistence;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every row of every table, for holding two states of a database against each other. */
public final class DatabaseRows {
    private DatabaseRows() {}

    /** The rows of each table as sorted texts, columns named; without the tables listed. */
    public static Map<String, List<String>> of(TestDatabase database, Set<String> without) {
        Map<String, List<String>> rows = new TreeMap<>();
        tables(database).stream()
                .filter(table -> !without.contains(table) && !table.startsWith("flyway"))
                .forEach(table -> rows.put(table, rowsOf(database, table)));
        return rows;
    }

    /** How many rows each table has; those without rows are left out. */
    public static Map<String, Integer> counts(TestDatabase database, Set<String> without) {
        Map<String, Integer> counts = new TreeMap<>();
        of(database, without).forEach((table, rows) -> {
            if (!rows.isEmpty()) {
                counts.put(table, rows.size());
            }
        });
        return counts;
    }

    /** All tables in lower case. */
    public static List<String> tables(TestDatabase database) {
        return database.jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT lower(table_name) FROM information_schema.tables
                        WHERE table_schema = :schema AND table_type = 'BASE TABLE'
                        """)
                .bind("schema", database.dialect().schema())
                .mapTo(String.class)
                .list());
    }

    private static List<String> rowsOf(TestDatabase database, String table) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT * FROM " + table)
                .mapToMap()
                .map(row -> new TreeMap<>(row)
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + text(entry.getValue()))
                                .collect(Collectors.joining(", ")))
                .list()
                .stream()
                .sorted()
                .toList());
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "null";
            case byte[] bytes -> "bytes:" + java.util.Arrays.hashCode(bytes);
            case java.sql.Blob _ -> "blob";
            default -> value.toString();
        };
    }
}

package org.clientele.privacy;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clientele.common.persistence.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * Writes a row about a customer into every table that can hold one, with a mark in every text that is long enough; the tables are the database's own
 * answer, so that one made later is filled without being named here.
 */
final class RowFiller {
    static final String MARK = "MARK-4711";
    private static final String OTHERS = "OTHER-12";

    private final Connection connection;
    private final Dialect dialect;
    private final Map<String, Map<String, Column>> tables = new LinkedHashMap<>();
    private final Map<String, Map<String, String[]>> pointers = new HashMap<>();
    private final long customer;
    private final int vertical;
    private long next = 900_000;
    private String mark = MARK;

    RowFiller(Connection connection, Dialect dialect, int vertical, long customer) throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        this.vertical = vertical;
        this.customer = customer;
        read();
    }

    record Column(int type, int size, boolean needed, boolean generated) {}

    private void read() throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        Set<String> names = new TreeSet<>();
        try (ResultSet found = data.getTables(null, dialect.schema(), "%", new String[] {"TABLE"})) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME");
                if (!lower(name).startsWith("flyway")) {
                    names.add(name);
                }
            }
        }
        for (String name : names) {
            Map<String, Column> columns = new LinkedHashMap<>();
            try (ResultSet found = data.getColumns(null, dialect.schema(), name, "%")) {
                while (found.next()) {
                    boolean generated = "YES".equals(found.getString("IS_AUTOINCREMENT"));
                    boolean needed = found.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls;
                    columns.put(
                            lower(found.getString("COLUMN_NAME")),
                            new Column(found.getInt("DATA_TYPE"), found.getInt("COLUMN_SIZE"), needed, generated));
                }
            }
            tables.put(lower(name), columns);
            Map<String, String[]> to = new HashMap<>();
            try (ResultSet found = data.getImportedKeys(null, dialect.schema(), name)) {
                while (found.next()) {
                    to.put(lower(found.getString("FKCOLUMN_NAME")), new String[] {
                        lower(found.getString("PKTABLE_NAME")), lower(found.getString("PKCOLUMN_NAME"))
                    });
                }
            }
            pointers.put(lower(name), to);
        }
    }

    /** Tables with a customer, and those that point to them without being able not to. */
    Set<String> fill() throws SQLException {
        Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, Column>> table : tables.entrySet()) {
            if (table.getValue().containsKey("customer_id") && count(table.getKey()) == 0) {
                rows.put(table.getKey(), insert(table.getKey(), Map.of()));
            } else if (table.getValue().containsKey("customer_id")) {
                rows.put(table.getKey(), first(table.getKey()));
            }
        }
        boolean more = true;
        while (more) {
            more = false;
            for (String table : List.copyOf(tables.keySet())) {
                Map<String, Object> held = new HashMap<>();
                pointers.getOrDefault(table, Map.of()).forEach((column, to) -> {
                    Map<String, Object> row = rows.get(to[0]);
                    if (row != null && needed(table, column)) {
                        held.put(column, row.get(to[1]));
                    }
                });
                if (!held.isEmpty() && !rows.containsKey(table)) {
                    rows.put(table, insert(table, held));
                    more = true;
                }
            }
        }
        return rows.keySet();
    }

    private boolean needed(String table, String column) {
        Column found = tables.getOrDefault(table, Map.of()).get(column);
        return found != null && found.needed();
    }

    private long count(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT count(*) FROM " + table)) {
            found.next();
            return found.getLong(1);
        }
    }

    private Map<String, Object> first(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT * FROM " + table)) {
            Map<String, Object> row = new HashMap<>();
            if (found.next()) {
                for (String column : tables.getOrDefault(table, Map.of()).keySet()) {
                    row.put(column, found.getObject(column));
                }
            }
            return row;
        }
    }

    private Map<String, Object> insert(String table, Map<String, Object> held) throws SQLException {
        List<String> names = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        for (Map.Entry<String, Column> column :
                tables.getOrDefault(table, Map.of()).entrySet()) {
            String[] to = pointers.getOrDefault(table, Map.of()).get(column.getKey());
            Object value = held.containsKey(column.getKey())
                    ? held.get(column.getKey())
                    : to == null ? value(column.getKey(), column.getValue()) : pointed(column, to);
            if (value != null && !column.getValue().generated()) {
                names.add(column.getKey());
                values.add(value);
            }
        }
        String sql = "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(
                        table,
                        String.join(", ", names),
                        String.join(", ", names.stream().map(n -> "?").toList()));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new SQLException("Filling " + table + " " + names + " " + values, failure);
        }
        return first(table);
    }

    private @Nullable Object pointed(Map.Entry<String, Column> column, String[] to) throws SQLException {
        if (column.getKey().equals("customer_id")) {
            return customer;
        }
        if (column.getKey().equals("vertical_id")) {
            return vertical;
        }
        if (!column.getValue().needed()) {
            return null;
        }
        if (count(to[0]) == 0) {
            mark = OTHERS;
            insert(to[0], Map.of());
            mark = MARK;
        }
        return first(to[0]).get(to[1]);
    }

    private @Nullable Object value(String name, Column column) {
        return switch (name) {
            case "customer_id" -> customer;
            case "vertical_id" -> vertical;
            default ->
                switch (column.type()) {
                    case Types.VARCHAR, Types.CLOB -> text(column.size());
                    case Types.BIGINT, Types.INTEGER, Types.SMALLINT -> column.needed() ? (Object) (int) next++ : null;
                    case Types.DOUBLE, Types.NUMERIC, Types.DECIMAL -> 1.0;
                    case Types.BOOLEAN, Types.BIT -> false;
                    case Types.DATE -> LocalDate.of(2026, 1, 1);
                    case Types.TIMESTAMP -> LocalDate.of(2026, 1, 1).atStartOfDay();
                    case Types.TIMESTAMP_WITH_TIMEZONE -> OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
                    default -> null;
                };
        };
    }

    private String text(int size) {
        String text = mark + "-" + next++;
        return text.length() <= size ? text : text.substring(text.length() - size);
    }

    /** Where the mark stands, as {@code table.column}. */
    Set<String> marked() throws SQLException {
        Set<String> marked = new TreeSet<>();
        for (Map.Entry<String, Map<String, Column>> table : tables.entrySet()) {
            try (Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("SELECT * FROM " + table.getKey())) {
                while (found.next()) {
                    for (String column : table.getValue().keySet()) {
                        String text = found.getString(column);
                        if (text != null && text.contains(MARK)) {
                            marked.add(table.getKey() + "." + column);
                        }
                    }
                }
            }
        }
        return marked;
    }

    /** Tables that hold the customer's number. */
    Set<String> pointing() throws SQLException {
        Set<String> pointing = new TreeSet<>();
        for (Map.Entry<String, Map<String, Column>> table : tables.entrySet()) {
            if (table.getValue().containsKey("customer_id")) {
                try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT count(*) FROM " + table.getKey() + " WHERE customer_id = ?")) {
                    statement.setLong(1, customer);
                    try (ResultSet found = statement.executeQuery()) {
                        found.next();
                        if (found.getLong(1) > 0) {
                            pointing.add(table.getKey());
                        }
                    }
                }
            }
        }
        return pointing;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

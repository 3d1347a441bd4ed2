package org.clientele.common.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * Inserts many rows the fastest way each database has: COPY on PostgreSQL, a JDBC batch on HSQLDB. Values are String, Long, Integer, Double,
 * Boolean, LocalDate, LocalDateTime, OffsetDateTime or null. Table and column names come from the portal, never from input.
 */
public final class BulkInsert {
    private static final int BUFFER = 1 << 16;

    private BulkInsert() {}

    public static void insert(
            Handle handle, Dialect dialect, String table, List<String> columns, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try {
            if (dialect == Dialect.POSTGRESQL) {
                copy(handle.getConnection(), table, columns, rows);
            } else {
                batch(handle.getConnection(), table, columns, rows);
            }
        } catch (SQLException failure) {
            throw new UncategorizedSQLException(
                    "Inserting %d rows into %s".formatted(rows.size(), table), null, failure);
        }
    }

    private static void batch(Connection connection, String table, List<String> columns, List<@Nullable Object[]> rows)
            throws SQLException {
        String sql = "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(
                        table, String.join(", ", columns), String.join(", ", Collections.nCopies(columns.size(), "?")));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void copy(Connection connection, String table, List<String> columns, List<@Nullable Object[]> rows)
            throws SQLException {
        String sql = "COPY %s (%s) FROM STDIN".formatted(table, String.join(", ", columns));
        StringBuilder line = new StringBuilder();
        try (PGCopyOutputStream out = new PGCopyOutputStream(connection.unwrap(PGConnection.class), sql, BUFFER)) {
            for (@Nullable Object[] row : rows) {
                line.setLength(0);
                for (int i = 0; i < row.length; i++) {
                    line.append(i == 0 ? "" : "\t");
                    append(line, row[i]);
                }
                out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL did not take rows for " + table, failure);
        }
    }

    private static void append(StringBuilder line, @Nullable Object value) {
        if (value == null) {
            line.append("\\N");
        } else if (value instanceof String text) {
            appendEscaped(line, text);
        } else {
            line.append(value);
        }
    }

    private static void appendEscaped(StringBuilder line, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                default -> line.append(c);
            }
        }
    }
}

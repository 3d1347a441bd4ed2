package org.clientele.common.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Reads a big table piece by piece by ranges of its id, so that neither database nor driver ever holds more than one piece. Works alike
 * on both databases; run it in a transaction of isolation REPEATABLE READ to see one state of the data.
 */
public final class IdRanges {
    private static final int PIECE = 50_000;

    private IdRanges() {}

    /** The condition that a query for {@link #read} puts on the column of the ids. */
    public static String range(String column) {
        return "%1$s > ? AND %1$s <= ?".formatted(column);
    }

    /** The condition of the same query for a few ids, see {@link #readFew}. */
    public static String among(String column, Collection<Long> ids) {
        return "%s IN (%s)".formatted(column, ids.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    /** Takes one row of the result. */
    @FunctionalInterface
    public interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }

    /**
     * @param bounds query of the least and the greatest id, without parameters
     * @param select query whose only parameters are two: the id must be above the first and not above the second
     */
    public static void read(Handle handle, String bounds, String select, RowConsumer consumer) {
        try (Statement ends = handle.getConnection().createStatement();
                ResultSet range = ends.executeQuery(bounds)) {
            range.next();
            long first = range.getLong(1);
            long last = range.getLong(2);
            if (!range.wasNull()) {
                read(handle, select, first, last, consumer);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Reading in pieces failed: " + select, failure);
        }
    }

    /**
     * Reads by the ranges of a table's column {@code id}. Its ends are asked for one by one, which HSQLDB answers from the index; for both
     * at once it walks the table.
     *
     * @param select as for {@link #read(Handle, String, String, RowConsumer)}. Compare other indexed columns as {@code column + 0}:
     *     HSQLDB takes an equality for narrower than a range and would walk all that are equal for every piece
     */
    public static void readTable(Handle handle, String table, String select, RowConsumer consumer) {
        String ends =
                "SELECT (SELECT min(id) FROM %1$s), (SELECT max(id) FROM %1$s) FROM (VALUES (0)) one".formatted(table);
        read(handle, ends, select, consumer);
    }

    /** Reads the rows of a query without parameters, which are few. */
    public static void readFew(Handle handle, String select, RowConsumer consumer) {
        try (Statement statement = handle.getConnection().createStatement();
                ResultSet rows = statement.executeQuery(select)) {
            while (rows.next()) {
                consumer.accept(rows);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Reading some rows failed: " + select, failure);
        }
    }

    private static void read(Handle handle, String select, long first, long last, RowConsumer consumer)
            throws SQLException {
        try (PreparedStatement piece = handle.getConnection().prepareStatement(select)) {
            for (long above = first - 1; above < last; above += PIECE) {
                piece.setLong(1, above);
                piece.setLong(2, above + PIECE);
                try (ResultSet rows = piece.executeQuery()) {
                    while (rows.next()) {
                        consumer.accept(rows);
                    }
                }
            }
        }
    }
}

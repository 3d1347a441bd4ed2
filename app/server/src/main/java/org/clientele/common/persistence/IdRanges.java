package org.clientele.common.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
        between(handle, bounds, select, (first, last) -> {
            try (PreparedStatement piece = handle.getConnection().prepareStatement(select)) {
                for (long above = first - 1; above < last; above += PIECE) {
                    consume(rows(piece, above), consumer);
                }
            }
        });
    }

    @FunctionalInterface
    private interface Between {
        void read(long first, long last) throws SQLException;
    }

    private static void between(Handle handle, String bounds, String select, Between reading) {
        try (Statement ends = handle.getConnection().createStatement();
                ResultSet range = ends.executeQuery(bounds)) {
            range.next();
            long first = range.getLong(1);
            long last = range.getLong(2);
            if (!range.wasNull()) {
                reading.read(first, last);
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
        read(handle, ends(table), select, consumer);
    }

    private static String ends(String table) {
        return "SELECT (SELECT min(id) FROM %1$s), (SELECT max(id) FROM %1$s) FROM (VALUES (0)) one".formatted(table);
    }

    /**
     * The same on HSQLDB, which finds a piece on another processor while the one before is taken.
     *
     * @param select as for {@link #readTable}; of columns as they are stored, since what is computed from days shares the connection's calendar with
     *     those who read them
     */
    static void readTableAhead(Handle handle, String table, String select, RowConsumer consumer) {
        between(handle, ends(table), select, (first, last) -> {
            try (PreparedStatement piece = handle.getConnection().prepareStatement(select);
                    PreparedStatement other = handle.getConnection().prepareStatement(select)) {
                readAhead(List.of(piece, other), first - 1, last, consumer);
            }
        });
    }

    private static void readAhead(List<PreparedStatement> pieces, long above, long last, RowConsumer consumer)
            throws SQLException {
        CompletableFuture<ResultSet> next = ahead(pieces.getFirst(), above);
        try {
            for (long from = above; from < last; from += PIECE) {
                ResultSet rows = next.join();
                if (from + PIECE < last) {
                    next = ahead(pieces.get((int) ((from - above) / PIECE + 1) % 2), from + PIECE);
                }
                consume(rows, consumer);
            }
        } finally {
            // nobody else may use the connection before
            next.exceptionally(_ -> null).join();
        }
    }

    private static CompletableFuture<ResultSet> ahead(PreparedStatement piece, long above) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return rows(piece, above);
            } catch (SQLException failure) {
                throw new IllegalStateException("Reading a piece ahead failed", failure);
            }
        });
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

    private static ResultSet rows(PreparedStatement piece, long above) throws SQLException {
        piece.setLong(1, above);
        piece.setLong(2, above + PIECE);
        return piece.executeQuery();
    }

    private static void consume(ResultSet piece, RowConsumer consumer) throws SQLException {
        try (ResultSet rows = piece) {
            while (rows.next()) {
                consumer.accept(rows);
            }
        }
    }
}

package org.clientele.plugin.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.clientele.common.persistence.IdRanges;
import org.clientele.plugin.Migration.Move;
import org.clientele.plugin.Migration.Spot;
import org.clientele.plugin.ValueConversion;
import org.clientele.plugin.VerticalLayout;
import org.clientele.plugin.VerticalLayout.Column;
import org.clientele.plugins.api.FieldType;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Repository;

/** Counts the values of typed columns and takes them over into columns of other types, piece by piece. */
@Repository
public class ValuesDao {
    private final Jdbi jdbi;

    public ValuesDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Values that do not fit.
     *
     * @param customerId a customer who has one; -1 when there is none, or it is no customer's
     */
    public record Misfits(long count, long customerId) {}

    /** The primary keys of a table, from above the first to the last; nothing in between when they are equal. */
    public record Keys(long above, long last) {}

    /** How many rows the table has. */
    public long rows(String table) {
        return number("SELECT count(*) FROM " + table);
    }

    /** How many values the column holds. */
    public long values(String table, String column) {
        return number("SELECT count(%s) FROM %s".formatted(column, table));
    }

    /** The values of the column for which the test fails. */
    public Misfits misfits(Spot spot, Column column, Predicate<Object> fits) {
        long[] found = {0, -1};
        String bounds = "SELECT min(%1$s), max(%1$s) FROM %2$s".formatted(spot.key(), spot.table());
        String customer = VerticalLayout.isReference(spot.owner()) ? "-1" : "customer_id";
        String select = "SELECT %1$s, %4$s FROM %2$s WHERE %3$s > ? AND %3$s <= ? AND %1$s IS NOT NULL"
                .formatted(column.name(), spot.table(), spot.key(), customer);
        jdbi.useHandle(handle -> IdRanges.read(handle, bounds, select, row -> {
            Object value = read(row, 1, column.type());
            if (value != null && !fits.test(value)) {
                found[0]++;
                found[1] = found[1] < 0 ? row.getLong(2) : found[1];
            }
        }));
        return new Misfits(found[0], found[1]);
    }

    /** Where the rows of the table lie. */
    public Keys keys(Spot spot) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT min(%1$s), max(%1$s) FROM %2$s".formatted(spot.key(), spot.table()))
                .map((row, _) ->
                        row.getObject(1) == null ? new Keys(0, 0) : new Keys(row.getLong(1) - 1, row.getLong(2)))
                .one());
    }

    /**
     * Takes over the values of rows with keys above the first up to the last. What is there already stays where it says the same; a value
     * that does not fit leaves what is there. Doing it again changes nothing.
     *
     * @return how many values were written
     */
    public int move(Move move, Keys piece) {
        return jdbi.withHandle(handle -> move(handle, move, piece));
    }

    private static int move(Handle handle, Move move, Keys piece) {
        Spot spot = move.spot();
        String from = move.from().name();
        String to = move.to().name();
        // A null has nothing to convert; the row is only of interest when the other column is not null too.
        String select = """
                SELECT %1$s, %2$s, %3$s FROM %4$s
                WHERE %1$s > ? AND %1$s <= ? AND (%2$s IS NOT NULL OR %3$s IS NOT NULL)
                """.formatted(spot.key(), from, to, spot.table());
        String update = "UPDATE %s SET %s = ? WHERE %s = ?".formatted(spot.table(), to, spot.key());
        Connection connection = handle.getConnection();
        try (PreparedStatement reading = connection.prepareStatement(select);
                PreparedStatement writing = connection.prepareStatement(update)) {
            reading.setLong(1, piece.above());
            reading.setLong(2, piece.last());
            int written = 0;
            try (ResultSet rows = reading.executeQuery()) {
                while (rows.next()) {
                    written += add(writing, move, rows);
                }
            }
            if (written > 0) {
                writing.executeBatch();
            }
            return written;
        } catch (SQLException failure) {
            throw new UncategorizedSQLException("Taking over %s of %s".formatted(from, spot.table()), null, failure);
        }
    }

    private static int add(PreparedStatement writing, Move move, ResultSet row) throws SQLException {
        Object source = read(row, 2, move.from().type());
        Object there = read(row, 3, move.to().type());
        if (move.isTakenOver(source, there)) {
            return 0;
        }
        Object value = source == null ? null : move.conversion().apply(source);
        if (source != null && value == null) {
            return 0;
        }
        if (value == null) {
            writing.setNull(1, sqlType(move.to().type()));
        } else {
            writing.setObject(1, value);
        }
        writing.setLong(2, row.getLong(1));
        writing.addBatch();
        return 1;
    }

    private static @Nullable Object read(ResultSet row, int column, FieldType type) throws SQLException {
        return switch (ValueConversion.stored(type)) {
            case TEXT, CHOICE -> row.getString(column);
            case INTEGER, MONEY -> known(row, row.getLong(column));
            case DECIMAL -> known(row, row.getDouble(column));
            case BOOLEAN -> known(row, row.getBoolean(column));
            case DATE -> row.getObject(column, LocalDate.class);
        };
    }

    private static @Nullable Object known(ResultSet row, Object value) throws SQLException {
        return row.wasNull() ? null : value;
    }

    private static int sqlType(FieldType type) {
        return switch (type) {
            case TEXT, CHOICE -> Types.VARCHAR;
            case INTEGER, MONEY -> Types.BIGINT;
            case DECIMAL -> Types.DOUBLE;
            case BOOLEAN -> Types.BOOLEAN;
            case DATE -> Types.DATE;
        };
    }

    private long number(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}

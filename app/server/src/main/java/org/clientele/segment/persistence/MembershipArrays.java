package org.clientele.segment.persistence;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.clientele.common.persistence.Dialect;
import org.clientele.segment.StoredMembership;
import org.jspecify.annotations.Nullable;

/** Statements of PostgreSQL about several memberships at once, whose columns are arrays: far fewer messages than a statement each. */
final class MembershipArrays {
    private static final String DAY = "DATE '1970-01-01' + r.day";
    private static final String LAST = "DATE '1970-01-01' + r.last";
    private static final String KEYS = " unnest(?, ?, ?) AS r (customer, segment, day)";
    private static final String KEYS_AND_LAST = " unnest(?, ?, ?, ?) AS r (customer, segment, day, last)";
    private static final String SAME =
            " WHERE m.vertical_id = ? AND m.customer_id = r.customer AND m.segment_key_id = r.segment AND m.valid_from = "
                    + DAY;

    /** Parameters: the vertical, {@link #keys}. */
    static final String REMOVE = "DELETE FROM membership" + among("membership");

    /** Likewise. */
    static final String UNSTAGE = "DELETE FROM membership_end" + among("membership_end");

    /** Parameters: the last day, the vertical, {@link #keys}. */
    static final String END = "UPDATE membership SET valid_to = ?" + among("membership");

    /** Parameters: the vertical, the run, {@link #keysAndLast}. */
    static final String STAGE =
            "INSERT INTO membership_end (vertical_id, customer_id, segment_key_id, valid_from, valid_to, run_id)"
                    + " SELECT ?, r.customer, r.segment, " + DAY + ", " + LAST + ", ? FROM" + KEYS_AND_LAST;

    /** Parameters: the vertical, the first day, arrays of customers, segments, reasons and versions of models. */
    static final String OPEN =
            "INSERT INTO membership (vertical_id, customer_id, segment_key_id, valid_from, reason, model_version)"
                    + " SELECT ?, r.customer, r.segment, ?, r.reason, r.version"
                    + " FROM unnest(?, ?, ?, ?) AS r (customer, segment, reason, version)";

    private MembershipArrays() {}

    /** Whether these rows are worth it: one is faster by a statement of its own. */
    static boolean serve(Dialect dialect, List<?> rows) {
        return dialect == Dialect.POSTGRESQL && rows.size() > 1;
    }

    /** What one {@link #END} each takes; there are few last days. */
    static Collection<List<StoredMembership>> byLastDay(List<StoredMembership> ended) {
        return ended.stream()
                .collect(Collectors.groupingBy(row -> Optional.ofNullable(row.validTo())))
                .values();
    }

    /** Binds the five parameters of {@link #END}. */
    static void end(PreparedStatement statement, int first, int vertical, List<StoredMembership> sameLastDay)
            throws SQLException {
        MembershipBinding.lastDay(statement, first, sameLastDay.getFirst());
        statement.setInt(first + 1, vertical);
        keys(statement, first + 2, sameLastDay);
    }

    /** Each row is found by its key: a join may read the whole table instead. */
    private static String among(String table) {
        return " WHERE ctid = ANY (ARRAY(SELECT (SELECT m.ctid FROM %s m%s) FROM%s))".formatted(table, SAME, KEYS);
    }

    /** Binds three parameters. */
    static void keys(PreparedStatement statement, int first, List<StoredMembership> rows) throws SQLException {
        statement.setObject(first, wholes(rows, StoredMembership::customerId));
        statement.setObject(first + 1, numbers(rows, StoredMembership::segmentKey));
        statement.setObject(
                first + 2, numbers(rows, row -> (int) row.validFrom().toEpochDay()));
    }

    /** Binds four parameters; a last day may be missing. */
    static void keysAndLast(PreparedStatement statement, int first, List<StoredMembership> rows) throws SQLException {
        keys(statement, first, rows);
        Object[] last = rows.stream().map(row -> day(row.validTo())).toArray();
        statement.setArray(first + 3, statement.getConnection().createArrayOf("integer", last));
    }

    private static @Nullable Integer day(@Nullable LocalDate day) {
        return day == null ? null : (int) day.toEpochDay();
    }

    static <T> long[] wholes(List<T> rows, ToLongFunction<T> number) {
        return rows.stream().mapToLong(number).toArray();
    }

    static <T> int[] numbers(List<T> rows, ToIntFunction<T> number) {
        return rows.stream().mapToInt(number).toArray();
    }
}

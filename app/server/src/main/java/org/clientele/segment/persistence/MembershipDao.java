package org.clientele.segment.persistence;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.clientele.common.persistence.Dialect;
import org.clientele.segment.MembershipChanges;
import org.clientele.segment.MembershipStatement;
import org.clientele.segment.SegmentName;
import org.clientele.segment.StoredMembership;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Repository;

/** Memberships with their history. Bulk reads and writes go past the mapper: a
 * vertical has several rows per customer. Called within a transaction. */
@Repository
public class MembershipDao {
    private static final int BATCH = 10_000;

    private final Jdbi jdbi;
    private final Dialect dialect;

    public MembershipDao(Jdbi jdbi, Dialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    /** The numbers of these segments, given out where they are new, and of all segments ever stored for the vertical. */
    public Map<SegmentName, Integer> segmentKeys(int verticalId, Collection<SegmentName> wanted) {
        return jdbi.withHandle(handle -> {
            Map<SegmentName, Integer> keys = readKeys(handle, verticalId);
            for (SegmentName name : wanted) {
                if (!keys.containsKey(name)) {
                    handle.createUpdate("INSERT INTO segment_key (vertical_id, model_id, segment_id)"
                                    + " VALUES (:vertical, :model, :segment)")
                            .bind("vertical", verticalId)
                            .bind("model", name.model())
                            .bind("segment", name.segment())
                            .execute();
                }
            }
            return readKeys(handle, verticalId);
        });
    }

    private static Map<SegmentName, Integer> readKeys(Handle handle, int verticalId) {
        Map<SegmentName, Integer> keys = new HashMap<>();
        handle.createQuery("SELECT id, model_id, segment_id FROM segment_key WHERE vertical_id = :vertical")
                .bind("vertical", verticalId)
                .map((row, context) -> Map.entry(new SegmentName(row.getString(2), row.getString(3)), row.getInt(1)))
                .forEach(entry -> keys.put(entry.getKey(), entry.getValue()));
        return keys;
    }

    /** Memberships that hold, or that ended on the day or later; sorted by customer, segment, first day. */
    public List<StoredMembership> from(int verticalId, LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT customer_id, segment_key_id, valid_from, valid_to
                        FROM membership
                        WHERE vertical_id = :vertical AND (valid_to IS NULL OR valid_to >= :day)
                        ORDER BY customer_id, segment_key_id, valid_from""")
                .bind("vertical", verticalId)
                .bind("day", day)
                .setFetchSize(BATCH)
                .scanResultSet((rows, context) -> stored(rows.get())));
    }

    private static List<StoredMembership> stored(ResultSet row) throws SQLException {
        List<StoredMembership> memberships = new ArrayList<>();
        Map<Date, LocalDate> days = new HashMap<>();
        while (row.next()) {
            Date validTo = row.getDate(4);
            memberships.add(new StoredMembership(
                    row.getLong(1),
                    row.getInt(2),
                    day(days, row.getDate(3)),
                    validTo == null ? null : day(days, validTo)));
        }
        return memberships;
    }

    /** There are few different days among many rows. */
    private static LocalDate day(Map<Date, LocalDate> known, Date date) {
        return known.computeIfAbsent(date, Date::toLocalDate);
    }

    /** Writes the changes of a run as of a day. */
    public void apply(
            int verticalId,
            LocalDate asOf,
            MembershipChanges changes,
            Function<MembershipChanges.Opened, String> reasons) {
        jdbi.useHandle(handle -> {
            try {
                apply(handle.getConnection(), verticalId, asOf, changes, reasons);
            } catch (SQLException failure) {
                throw new UncategorizedSQLException("Storing memberships", null, failure);
            }
        });
    }

    private void apply(
            Connection connection,
            int verticalId,
            LocalDate asOf,
            MembershipChanges changes,
            Function<MembershipChanges.Opened, String> reasons)
            throws SQLException {
        forget(connection, verticalId, changes.gone());
        remove(connection, verticalId, changes.removed());
        end(connection, verticalId, changes.ended());
        if (dialect == Dialect.POSTGRESQL) {
            MembershipCopy.insert(connection, verticalId, asOf, changes.opened(), reasons);
        } else {
            insert(connection, verticalId, asOf, changes.opened(), reasons);
        }
    }

    private static void insert(
            Connection connection,
            int verticalId,
            LocalDate asOf,
            List<MembershipChanges.Opened> opened,
            Function<MembershipChanges.Opened, String> reasons)
            throws SQLException {
        Date from = Date.valueOf(asOf);
        String sql = "INSERT INTO membership (vertical_id, customer_id, segment_key_id, valid_from, reason)"
                + " VALUES (?, ?, ?, ?, ?)";
        batch(connection, sql, opened, (statement, row) -> {
            statement.setInt(1, verticalId);
            statement.setLong(2, row.customerId());
            statement.setInt(3, row.segmentKey());
            statement.setDate(4, from);
            statement.setString(5, reasons.apply(row));
        });
    }

    private static void end(Connection connection, int verticalId, List<StoredMembership> ended) throws SQLException {
        String sql = "UPDATE membership SET valid_to = ?"
                + " WHERE vertical_id = ? AND customer_id = ? AND segment_key_id = ? AND valid_from = ?";
        batch(connection, sql, ended, (statement, row) -> {
            LocalDate validTo = row.validTo();
            statement.setDate(1, validTo == null ? null : Date.valueOf(validTo));
            key(statement, 2, verticalId, row);
        });
    }

    private static void remove(Connection connection, int verticalId, List<StoredMembership> removed)
            throws SQLException {
        String sql = "DELETE FROM membership"
                + " WHERE vertical_id = ? AND customer_id = ? AND segment_key_id = ? AND valid_from = ?";
        batch(connection, sql, removed, (statement, row) -> key(statement, 1, verticalId, row));
    }

    private static void forget(Connection connection, int verticalId, List<Long> customers) throws SQLException {
        String sql = "DELETE FROM membership WHERE vertical_id = ? AND customer_id = ?";
        batch(connection, sql, customers, (statement, customer) -> {
            statement.setInt(1, verticalId);
            statement.setLong(2, customer);
        });
    }

    private static void key(PreparedStatement statement, int first, int verticalId, StoredMembership row)
            throws SQLException {
        statement.setInt(first, verticalId);
        statement.setLong(first + 1, row.customerId());
        statement.setInt(first + 2, row.segmentKey());
        statement.setDate(first + 3, Date.valueOf(row.validFrom()));
    }

    private static <T> void batch(Connection connection, String sql, List<T> rows, Binder<T> binder)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (T row : rows) {
                binder.bind(statement, row);
                statement.addBatch();
                if (++waiting == BATCH) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                statement.executeBatch();
            }
        }
    }

    /** Every membership a customer has or had, newest first. */
    public List<MembershipStatement> ofCustomer(int verticalId, long customerId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT k.model_id, k.segment_id, m.valid_from, m.valid_to, m.reason
                        FROM membership m JOIN segment_key k ON k.id = m.segment_key_id
                        WHERE m.vertical_id = :vertical AND m.customer_id = :customer
                        ORDER BY m.valid_from DESC, k.model_id, k.segment_id""")
                .bind("vertical", verticalId)
                .bind("customer", customerId)
                .map((row, context) -> new MembershipStatement(
                        new SegmentName(row.getString(1), row.getString(2)),
                        row.getDate(3).toLocalDate(),
                        localDate(row.getDate(4)),
                        row.getString(5)))
                .list());
    }

    private static @Nullable LocalDate localDate(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }

    @FunctionalInterface
    private interface Binder<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }
}

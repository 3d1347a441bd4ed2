package org.clientele.segment.persistence;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.clientele.common.persistence.Cells;
import org.clientele.common.persistence.Dialect;
import org.clientele.common.persistence.RoundTrip;
import org.clientele.engine.column.HistoryColumns;
import org.clientele.segment.EntryDays;
import org.clientele.segment.MembershipChanges;
import org.clientele.segment.MembershipOrigins;
import org.clientele.segment.MembershipStatement;
import org.clientele.segment.SegmentName;
import org.clientele.segment.StoredMembership;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Repository;

/**
 * Memberships with their history. Bulk reads and writes go past the mapper: a vertical has several rows per customer. Called within a
 * transaction.
 */
@Repository
public class MembershipDao {
    private static final int FETCH = 10_000;

    /** Up to so many changes travel together. */
    private static final int FEW = 20;

    private static final String OF_CUSTOMERS = """
            SELECT customer_id, segment_key_id, valid_from, valid_to
            FROM membership
            WHERE vertical_id = ? AND customer_id %s AND (valid_to IS NULL OR valid_to >= ?)
            ORDER BY customer_id, segment_key_id, valid_from""";

    private final Jdbi jdbi;
    private final Dialect dialect;

    public MembershipDao(Jdbi jdbi, Dialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    /** Where statements about one customer are gathered. */
    public RoundTrip roundTrip() {
        return new RoundTrip(jdbi, dialect);
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

    /**
     * Memberships that hold, or that ended on the day or later; sorted by customer, segment, first day. No big run's rows may be aside
     * ({@link StagedRunDao}).
     */
    public List<StoredMembership> from(int verticalId, LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT customer_id, segment_key_id, valid_from, valid_to
                        FROM membership
                        WHERE vertical_id = :vertical AND (valid_to IS NULL OR valid_to >= :day)
                        ORDER BY customer_id, segment_key_id, valid_from""")
                .bind("vertical", verticalId)
                .bind("day", day)
                .setFetchSize(FETCH)
                .scanResultSet((rows, context) -> stored(rows.get())));
    }

    /** The same of some customers alone. */
    public List<StoredMembership> from(int verticalId, LocalDate day, long... customers) {
        long[] ascending = Arrays.stream(customers).sorted().toArray();
        return jdbi.withHandle(handle -> {
            try {
                return dialect == Dialect.POSTGRESQL && ascending.length > 1
                        ? inPieces(handle.getConnection(), verticalId, day, ascending)
                        : oneByOne(handle.getConnection(), verticalId, day, ascending);
            } catch (SQLException failure) {
                throw new UncategorizedSQLException("Reading memberships", null, failure);
            }
        });
    }

    /** The same of one customer, once the round trip is made. */
    public List<StoredMembership> from(RoundTrip trip, int verticalId, LocalDate day, long customer) {
        List<StoredMembership> found = new ArrayList<>();
        String select = """
                SELECT segment_key_id, valid_from, valid_to FROM membership
                WHERE vertical_id = ? AND customer_id = ? AND (valid_to IS NULL OR valid_to >= DATE '%s')
                ORDER BY segment_key_id, valid_from""".formatted(day);
        trip.ask(
                select,
                () -> row -> found.add(new StoredMembership(
                        customer, (int) row.whole(1), LocalDate.ofEpochDay(row.date(2)), day(row, 3))),
                verticalId,
                customer);
        return found;
    }

    private static @Nullable LocalDate day(Cells row, int column) throws SQLException {
        int day = row.date(column);
        return row.isMissing(column) ? null : LocalDate.ofEpochDay(day);
    }

    private static List<StoredMembership> inPieces(
            Connection connection, int verticalId, LocalDate day, long[] ascending) throws SQLException {
        List<StoredMembership> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(OF_CUSTOMERS.formatted("= ANY (?)"))) {
            for (int from = 0; from < ascending.length; from += FETCH) {
                long[] piece = Arrays.copyOfRange(ascending, from, Math.min(from + FETCH, ascending.length));
                select.setInt(1, verticalId);
                select.setObject(2, piece);
                select.setDate(3, Date.valueOf(day));
                try (ResultSet rows = select.executeQuery()) {
                    found.addAll(stored(rows));
                }
            }
        }
        return found;
    }

    /** HSQLDB walks all of a vertical for a list of customers, but not for one; PostgreSQL takes four times as long for a list of one. */
    private static List<StoredMembership> oneByOne(
            Connection connection, int verticalId, LocalDate day, long[] ascending) throws SQLException {
        List<StoredMembership> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(OF_CUSTOMERS.formatted("= ?"))) {
            for (long customer : ascending) {
                select.setInt(1, verticalId);
                select.setLong(2, customer);
                select.setDate(3, Date.valueOf(day));
                try (ResultSet rows = select.executeQuery()) {
                    found.addAll(stored(rows));
                }
            }
        }
        return found;
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
    public void apply(int verticalId, LocalDate asOf, MembershipChanges changes, MembershipOrigins reasons) {
        RoundTrip trip = roundTrip();
        apply(trip, verticalId, asOf, changes, reasons);
        trip.go();
    }

    /** The same at the latest when the round trip is made. */
    public void apply(
            RoundTrip trip, int verticalId, LocalDate asOf, MembershipChanges changes, MembershipOrigins reasons) {
        if (changes.size() <= FEW && changes.gone().isEmpty()) {
            new FewMemberships(trip, dialect, new MembershipBinding(verticalId)).change(asOf, changes, reasons);
            return;
        }
        jdbi.useHandle(handle -> {
            try {
                MembershipRows rows = new MembershipRows(handle.getConnection(), dialect, verticalId);
                rows.forget(changes.gone());
                rows.remove(changes.removed());
                rows.end(changes.ended());
                rows.insert(null, asOf, changes.opened(), reasons);
            } catch (SQLException failure) {
                throw new UncategorizedSQLException("Storing memberships", null, failure);
            }
        });
    }

    /** Every membership a customer has or had, newest first. */
    public List<MembershipStatement> ofCustomer(int verticalId, long customerId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT k.model_id, k.segment_id, m.valid_from,
                          CASE WHEN ending.run_state = 'DONE' THEN e.valid_to ELSE m.valid_to END, m.reason, m.model_version
                        FROM membership m JOIN segment_key k ON k.id = m.segment_key_id
                        LEFT JOIN recompute_run stating ON stating.id = m.run_id
                        LEFT JOIN membership_end e ON e.vertical_id = m.vertical_id AND e.customer_id = m.customer_id
                          AND e.segment_key_id = m.segment_key_id AND e.valid_from = m.valid_from
                        LEFT JOIN recompute_run ending ON ending.id = e.run_id
                        WHERE m.vertical_id = :vertical AND m.customer_id = :customer
                          AND (stating.id IS NULL OR stating.run_state = 'DONE')
                          AND (ending.id IS NULL OR ending.run_state <> 'DONE' OR e.valid_to IS NULL
                            OR e.valid_to > e.valid_from)
                        ORDER BY m.valid_from DESC, k.model_id, k.segment_id""")
                .bind("vertical", verticalId)
                .bind("customer", customerId)
                .map((row, context) -> new MembershipStatement(
                        new SegmentName(row.getString(1), row.getString(2)),
                        row.getDate(3).toLocalDate(),
                        localDate(row.getDate(4)),
                        row.getString(5),
                        row.getObject(6, Integer.class)))
                .list());
    }

    /**
     * Since when the members of segments are in them, as readers see it; by segment. One walk through the memberships, whatever runs are aside: what
     * those say is looked up beside it, because joining it to every row takes an embedded database minutes.
     */
    public Map<SegmentName, EntryDays> entries(int verticalId, Set<SegmentName> segments) {
        return jdbi.withHandle(handle -> {
            Map<Integer, EntryDays.Builder> building = new HashMap<>();
            Map<SegmentName, Integer> keys = readKeys(handle, verticalId);
            keys.keySet().retainAll(segments);
            keys.values().forEach(key -> building.put(key, new EntryDays.Builder()));
            if (building.isEmpty()) {
                return Map.of();
            }
            Set<Long> unfinished = unfinishedRuns(handle, verticalId);
            Map<End, Optional<LocalDate>> ends = ends(handle, verticalId);
            handle.createQuery("""
                            SELECT customer_id, segment_key_id, valid_from, valid_to, run_id
                            FROM membership WHERE vertical_id = :vertical AND segment_key_id IN (<keys>)
                            ORDER BY vertical_id, customer_id, segment_key_id, valid_from""")
                    .bind("vertical", verticalId)
                    .bindList("keys", List.copyOf(building.keySet()))
                    .setFetchSize(FETCH)
                    .scanResultSet((rows, context) -> {
                        ResultSet row = rows.get();
                        while (row.next()) {
                            long customer = row.getLong(1);
                            int key = row.getInt(2);
                            LocalDate from = row.getObject(3, LocalDate.class);
                            Optional<LocalDate> to = Optional.ofNullable(row.getObject(4, LocalDate.class));
                            boolean aside = unfinished.contains(row.getLong(5)) && !row.wasNull();
                            if (!aside
                                    && ends.getOrDefault(new End(customer, key, from), to)
                                            .isEmpty()) {
                                Objects.requireNonNull(building.get(key)).add(customer, from);
                            }
                        }
                        return true;
                    });
            Map<SegmentName, EntryDays> entries = new HashMap<>();
            keys.forEach((segment, key) -> entries.put(
                    segment, Objects.requireNonNull(building.get(key)).build()));
            return entries;
        });
    }

    private record End(long customer, int key, LocalDate from) {}

    private static Set<Long> unfinishedRuns(Handle handle, int verticalId) {
        return handle.createQuery("SELECT id FROM recompute_run WHERE vertical_id = :vertical AND run_state <> 'DONE'")
                .bind("vertical", verticalId)
                .mapTo(Long.class)
                .set();
    }

    /** What finished runs say of the ends of memberships, where that has not been carried over yet. */
    private static Map<End, Optional<LocalDate>> ends(Handle handle, int verticalId) {
        Map<End, Optional<LocalDate>> ends = new HashMap<>();
        handle.createQuery("""
                        SELECT e.customer_id, e.segment_key_id, e.valid_from, e.valid_to
                        FROM membership_end e JOIN recompute_run r ON r.id = e.run_id
                        WHERE e.vertical_id = :vertical AND r.run_state = 'DONE'""")
                .bind("vertical", verticalId)
                .setFetchSize(FETCH)
                .map((row, context) -> Map.entry(
                        new End(row.getLong(1), row.getInt(2), row.getObject(3, LocalDate.class)),
                        Optional.ofNullable(row.getObject(4, LocalDate.class))))
                .forEach(end -> ends.put(end.getKey(), end.getValue()));
        return ends;
    }

    /** Who was in which of a model's segments from when to when, as readers see it; segments that the model has no more are left out. */
    public HistoryColumns history(int verticalId, String model, List<String> segments) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT m.customer_id, k.segment_id, m.valid_from,
                          CASE WHEN ending.run_state = 'DONE' THEN e.valid_to ELSE m.valid_to END
                        FROM membership m JOIN segment_key k ON k.id = m.segment_key_id
                        LEFT JOIN recompute_run stating ON stating.id = m.run_id
                        LEFT JOIN membership_end e ON e.vertical_id = m.vertical_id AND e.customer_id = m.customer_id
                          AND e.segment_key_id = m.segment_key_id AND e.valid_from = m.valid_from
                        LEFT JOIN recompute_run ending ON ending.id = e.run_id
                        WHERE m.vertical_id = :vertical AND k.model_id = :model
                          AND (stating.id IS NULL OR stating.run_state = 'DONE')
                          AND (ending.id IS NULL OR ending.run_state <> 'DONE' OR e.valid_to IS NULL
                            OR e.valid_to > e.valid_from)
                        ORDER BY m.customer_id, m.valid_from""")
                .bind("vertical", verticalId)
                .bind("model", model)
                .setFetchSize(FETCH)
                .scanResultSet((rows, context) -> history(rows.get(), segments)));
    }

    private static HistoryColumns history(ResultSet row, List<String> segments) throws SQLException {
        HistoryColumns.Builder builder = HistoryColumns.builder(segments);
        Map<Date, LocalDate> days = new HashMap<>();
        while (row.next()) {
            Date end = row.getDate(4);
            builder.add(
                    row.getLong(1),
                    epochDay(days, row.getDate(3)),
                    end == null ? HistoryColumns.OPEN : epochDay(days, end),
                    row.getString(2));
        }
        return builder.build();
    }

    private static int epochDay(Map<Date, LocalDate> known, Date date) {
        return Math.toIntExact(day(known, date).toEpochDay());
    }

    private static @Nullable LocalDate localDate(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }
}

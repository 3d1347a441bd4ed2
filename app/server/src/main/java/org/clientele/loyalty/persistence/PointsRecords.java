package org.clientele.loyalty.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.clientele.common.persistence.Dialect;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.loyalty.LoyaltyChanged;
import org.clientele.loyalty.persistence.EarningPlaces.Place;
import org.clientele.loyalty.persistence.PointsColumns.Part;
import org.clientele.plugin.VerticalLayout;
import org.clientele.plugin.VerticalLayout.Owner;
import org.clientele.plugin.VerticalStore;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.RecordKind;
import org.clientele.plugin.records.VerticalRecords;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Accounts with their entries as rows. An entry names what earned it by its time, because an import gives activities other numbers. */
@Repository
public class PointsRecords implements VerticalRecords {
    private static final int PIECE = 500;
    private static final long BEFORE_FIRST = -1;

    private final Jdbi jdbi;
    private final Dialect dialect;
    private final VerticalStore store;
    private final OwnedRows imported;

    public PointsRecords(Jdbi jdbi, Dialect dialect, VerticalStore store) {
        this.jdbi = jdbi;
        this.dialect = dialect;
        this.store = store;
        String entries = "customer_id IN (SELECT customer_id FROM loyalty_account WHERE import_id = :id)";
        this.imported = new OwnedRows(
                jdbi,
                new OwnedRows.Part("loyalty_entry", "id", entries + " AND reverses IS NOT NULL", ""),
                new OwnedRows.Part("loyalty_entry", "id", entries, ""),
                new OwnedRows.Part("loyalty_account", "customer_id", "import_id = :id", ""),
                new OwnedRows.Part("loyalty_adjustment", "id", "import_id = :id", ""));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.POINTS;
    }

    @Override
    public List<String> columns() {
        return PointsColumns.ALL;
    }

    @Override
    public Set<String> laterColumns() {
        return PointsColumns.LATER;
    }

    @Override
    public void read(int verticalId, Consumer<List<String>> rows) {
        VerticalLayout layout = store.layout(verticalId);
        jdbi.useHandle(handle -> {
            writeAdjustments(handle, verticalId, rows);
            List<Account> piece = accounts(handle, verticalId, BEFORE_FIRST);
            while (!piece.isEmpty()) {
                write(handle, layout, piece, rows);
                piece = accounts(handle, verticalId, piece.getLast().customer());
            }
        });
    }

    private static void writeAdjustments(Handle handle, int verticalId, Consumer<List<String>> rows) {
        handle.createQuery("""
                        SELECT a.id, a.source_name, a.source_key, a.from_file, a.posted_at, u.login, a.entries, a.given, a.taken,
                          a.left_out, a.undone_at, b.login AS undone_login
                        FROM loyalty_adjustment a JOIN app_user u ON u.id = a.posted_by
                        LEFT JOIN app_user b ON b.id = a.undone_by WHERE a.vertical_id = :vertical ORDER BY a.id""")
                .bind("vertical", verticalId)
                .map((row, _) -> adjustment(row))
                .forEach(rows);
    }

    private static List<String> adjustment(ResultSet row) throws SQLException {
        Map<String, String> values = new HashMap<>();
        OffsetDateTime undone = row.getObject("undone_at", OffsetDateTime.class);
        values.put(PointsColumns.RECORD, "adjustment-" + row.getString("id"));
        values.put(PointsColumns.PART, Part.ADJUSTMENT.name());
        values.put(PointsColumns.ADJUSTMENT, row.getString("id"));
        values.put(PointsColumns.SOURCE, row.getString("source_name"));
        values.put(PointsColumns.SOURCE_KEY, row.getString("source_key"));
        values.put(PointsColumns.FROM_FILE, String.valueOf(row.getBoolean("from_file")));
        values.put(PointsColumns.POSTED, posted(row).toString());
        values.put(PointsColumns.POSTED_BY, row.getString("login"));
        values.put(PointsColumns.ENTRIES, row.getString("entries"));
        values.put(PointsColumns.GIVEN, row.getString("given"));
        values.put(PointsColumns.TAKEN, row.getString("taken"));
        values.put(PointsColumns.LEFT_OUT, row.getString("left_out"));
        values.put(PointsColumns.UNDONE, text(undone == null ? null : undone.toInstant()));
        values.put(PointsColumns.UNDONE_BY, text(row.getString("undone_login")));
        return cells(values);
    }

    private record Account(
            long customer,
            String ref,
            @Nullable String tier,
            long points,
            @Nullable LocalDate since,
            @Nullable LocalDate review) {
        List<String> cells() {
            return PointsRecords.cells(Map.of(
                    PointsColumns.RECORD, ref,
                    PointsColumns.PART, Part.ACCOUNT.name(),
                    PointsColumns.CUSTOMER, ref,
                    PointsColumns.TIER, text(tier),
                    PointsColumns.TIER_POINTS, String.valueOf(points),
                    PointsColumns.TIER_SINCE, text(since),
                    PointsColumns.REVIEW, text(review)));
        }
    }

    private record Entry(long id, long customer, @Nullable String activity, long row, Map<String, String> values) {}

    private static List<Account> accounts(Handle handle, int verticalId, long after) {
        return handle.createQuery("""
                        SELECT a.customer_id, c.ref, a.tier_id, a.tier_points, a.tier_since, a.review_on
                        FROM loyalty_account a JOIN customer c ON c.id = a.customer_id
                        WHERE a.vertical_id = :vertical AND a.customer_id > :after ORDER BY a.customer_id
                        FETCH FIRST :limit ROWS ONLY""")
                .bind("vertical", verticalId)
                .bind("after", after)
                .bind("limit", PIECE)
                .map((row, _) -> new Account(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getObject(5, LocalDate.class),
                        row.getObject(6, LocalDate.class)))
                .list();
    }

    private static void write(
            Handle handle, VerticalLayout layout, List<Account> accounts, Consumer<List<String>> rows) {
        List<Long> customers = accounts.stream().map(Account::customer).toList();
        Map<Long, List<Entry>> entries = new HashMap<>();
        Map<String, Map<Long, Place>> places = new HashMap<>();
        read(handle, customers).forEach(entry -> entries.computeIfAbsent(entry.customer(), id -> new ArrayList<>())
                .add(entry));
        for (Account account : accounts) {
            rows.accept(account.cells());
            Statement statement = new Statement(account.ref(), (activity, row) -> places.computeIfAbsent(
                            activity, id -> places(handle, layout, id, customers))
                    .get(row));
            entries.getOrDefault(account.customer(), List.of()).forEach(entry -> rows.accept(statement.cells(entry)));
        }
    }

    private static Map<Long, Place> places(
            Handle handle, VerticalLayout layout, String activity, List<Long> customers) {
        return layout.owner(activity)
                .map(Owner::table)
                .map(table -> EarningPlaces.of(handle, table, customers))
                .orElse(Map.of());
    }

    /** Where an activity's row stands; null when it is not there any more. */
    private interface Finder {
        @Nullable
        Place find(String activity, long row);
    }

    /** The entries of one customer, counted. */
    private static final class Statement {
        private final String ref;
        private final Finder finder;
        private final Map<Long, Integer> numbers = new HashMap<>();
        private final Map<String, Integer> gone = new HashMap<>();

        Statement(String ref, Finder finder) {
            this.ref = ref;
            this.finder = finder;
        }

        List<String> cells(Entry entry) {
            Map<String, String> values = entry.values();
            numbers.put(entry.id(), numbers.size() + 1);
            values.put(PointsColumns.RECORD, ref);
            values.put(PointsColumns.ENTRY, text(numbers.get(entry.id())));
            String reverses = values.get(PointsColumns.REVERSES);
            if (reverses != null) {
                values.put(PointsColumns.REVERSES, text(numbers.get(Long.valueOf(reverses))));
            }
            String activity = entry.activity();
            if (activity != null) {
                Place place = finder.find(activity, entry.row());
                values.put(PointsColumns.ACTIVITY, activity);
                values.put(PointsColumns.ACTIVITY_TIME, place == null ? "" : text(place.time()));
                values.put(
                        PointsColumns.ACTIVITY_PLACE,
                        text(place == null ? gone(activity, entry.row()) : place.place()));
            }
            return PointsRecords.cells(values);
        }

        private int gone(String activity, long row) {
            return gone.computeIfAbsent(activity + " " + row, id -> gone.size());
        }
    }

    private static List<Entry> read(Handle handle, List<Long> customers) {
        return handle.createQuery("""
                        SELECT e.id, e.customer_id, e.entry_kind, e.from_account, e.to_account, e.points, e.lot_on, e.posted_at, u.login,
                          e.reason, e.activity_id, e.activity_row, e.turn, e.reverses, a.id AS adjustment
                        FROM loyalty_entry e LEFT JOIN app_user u ON u.id = e.posted_by
                        LEFT JOIN loyalty_adjustment a ON a.id = e.adjustment_id
                        WHERE e.customer_id IN (<ids>) ORDER BY e.customer_id, e.id""")
                .bindList("ids", customers)
                .map((row, _) -> entry(row))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        Map<String, String> values = new HashMap<>();
        values.put(PointsColumns.PART, Part.ENTRY.name());
        values.put(PointsColumns.KIND, row.getString("entry_kind"));
        values.put(PointsColumns.FROM, row.getString("from_account"));
        values.put(PointsColumns.TO, row.getString("to_account"));
        values.put(PointsColumns.POINTS, row.getString("points"));
        values.put(PointsColumns.DAY, text(row.getObject("lot_on", LocalDate.class)));
        values.put(PointsColumns.POSTED, posted(row).toString());
        values.put(PointsColumns.POSTED_BY, text(row.getString("login")));
        values.put(PointsColumns.REASON, row.getString("reason"));
        values.put(PointsColumns.TURN, text(row.getString("turn")));
        values.put(PointsColumns.ADJUSTMENT, text(row.getString("adjustment")));
        String reverses = row.getString("reverses");
        if (reverses != null) {
            values.put(PointsColumns.REVERSES, reverses);
        }
        return new Entry(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("activity_id"),
                row.getLong("activity_row"),
                values);
    }

    private static Instant posted(ResultSet row) throws SQLException {
        return row.getObject("posted_at", OffsetDateTime.class).toInstant();
    }

    private static List<String> cells(Map<String, String> values) {
        return PointsColumns.ALL.stream()
                .map(column -> values.getOrDefault(column, ""))
                .toList();
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    @Override
    public Restoring restoring(int verticalId, KnownNames known) {
        return jdbi.withHandle(handle -> {
            Set<String> here = handle.createQuery("""
                            SELECT c.ref FROM loyalty_account a JOIN customer c ON c.id = a.customer_id
                            WHERE a.vertical_id = :vertical""")
                    .bind("vertical", verticalId)
                    .mapTo(String.class)
                    .set();
            Long least = handle.createQuery("SELECT min(activity_row) FROM loyalty_entry WHERE vertical_id = :vertical")
                    .bind("vertical", verticalId)
                    .mapTo(Long.class)
                    .findOne()
                    .orElse(null);
            RestoredAdjustments adjustments = new RestoredAdjustments(jdbi, verticalId, known);
            RestoredLedger ledger = new RestoredLedger(
                    jdbi,
                    dialect,
                    verticalId,
                    store.layout(verticalId),
                    adjustments,
                    Objects.requireNonNullElse(least, 0L));
            return new PointsRestoring(adjustments, ledger, known, here);
        });
    }

    @Override
    public int takeBack(long importId) {
        return imported.deletePiece(importId);
    }

    @Override
    public List<Object> news(String verticalKey) {
        return List.of(new LoyaltyChanged(verticalKey, Set.of()));
    }
}

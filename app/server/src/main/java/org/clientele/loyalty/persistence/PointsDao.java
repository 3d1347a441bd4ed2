package org.clientele.loyalty.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clientele.common.persistence.BulkInsert;
import org.clientele.common.persistence.Dialect;
import org.clientele.loyalty.LedgerTotals;
import org.clientele.loyalty.NewEntry;
import org.clientele.loyalty.PointsAccount;
import org.clientele.loyalty.PointsEntry;
import org.clientele.loyalty.PointsKind;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The ledger of points. Entries are added, never changed; a balance changes in the statement that makes sure that it does not fall below nought. */
@Repository
public class PointsDao {
    /** What an entry adds to its customer's balance. */
    static final String CHANGE =
            "CASE WHEN to_account = 'CUSTOMER' THEN points WHEN from_account = 'CUSTOMER' THEN -points ELSE 0 END";

    private static final int PIECE = 500;
    private static final List<String> COLUMNS = List.of(
            "vertical_id",
            "customer_id",
            "entry_kind",
            "from_account",
            "to_account",
            "points",
            "lot_on",
            "posted_at",
            "posted_by",
            "reason",
            "request_key",
            "activity_id",
            "activity_row",
            "turn",
            "reverses",
            "adjustment_id");

    private final Jdbi jdbi;
    private final Dialect dialect;

    public PointsDao(Jdbi jdbi, Dialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    /** An account as stored. */
    public record Account(
            long balance,
            @Nullable String tierId,
            long tierPoints,
            @Nullable LocalDate reviewOn) {}

    public Optional<Account> account(long customerId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT balance, tier_id, tier_points, review_on FROM loyalty_account WHERE customer_id = :customer
                        """)
                .bind("customer", customerId)
                .map((row, _) -> account(row))
                .findOne());
    }

    static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getLong("balance"),
                row.getString("tier_id"),
                row.getLong("tier_points"),
                row.getObject("review_on", LocalDate.class));
    }

    public boolean customerExists(int verticalId, long customerId) {
        return jdbi.withHandle(
                h -> h.createQuery("SELECT count(*) FROM customer WHERE vertical_id = :vertical AND id = :customer")
                                .bind("vertical", verticalId)
                                .bind("customer", customerId)
                                .mapTo(Integer.class)
                                .one()
                        > 0);
    }

    /** Opens the accounts of those who have none yet; the caller holds the programme, so that nobody else opens them. */
    public void open(int verticalId, Collection<Long> customers) {
        jdbi.useHandle(handle -> {
            List<Long> missing = new ArrayList<>(customers);
            missing.removeAll(balances(handle, customers).keySet());
            List<@Nullable Object[]> rows = new ArrayList<>();
            missing.forEach(customer -> rows.add(new Object[] {customer, verticalId, 0L, 0L}));
            BulkInsert.insert(
                    handle,
                    dialect,
                    "loyalty_account",
                    List.of("customer_id", "vertical_id", "balance", "tier_points"),
                    rows);
        });
    }

    /** The balances of these customers, which nobody else changes until the transaction ends. */
    public Map<Long, Long> locked(Collection<Long> customers) {
        return locked(customers, "balance = balance");
    }

    /** The same before somebody changes them, who makes the accounts the portal's own. */
    public Map<Long, Long> held(Collection<Long> customers) {
        return locked(customers, "import_id = NULL");
    }

    /** The balances of those who have an account. */
    public Map<Long, Long> balances(Collection<Long> customers) {
        return jdbi.withHandle(handle -> balances(handle, customers));
    }

    private Map<Long, Long> locked(Collection<Long> customers, String change) {
        return jdbi.withHandle(handle -> {
            PreparedBatch batch =
                    handle.prepareBatch("UPDATE loyalty_account SET " + change + " WHERE customer_id = ?");
            customers.stream().sorted().forEach(batch::add);
            if (!customers.isEmpty()) {
                batch.execute();
            }
            return balances(handle, customers);
        });
    }

    private static Map<Long, Long> balances(Handle handle, Collection<Long> customers) {
        Map<Long, Long> found = new HashMap<>();
        List<Long> all = new ArrayList<>(customers);
        for (int from = 0; from < all.size(); from += PIECE) {
            handle.createQuery("SELECT customer_id, balance FROM loyalty_account WHERE customer_id IN (<ids>)")
                    .bindList("ids", all.subList(from, Math.min(from + PIECE, all.size())))
                    .map((row, _) -> Map.entry(row.getLong(1), row.getLong(2)))
                    .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        }
        return found;
    }

    /** Posts what somebody did, who makes the account the portal's own; false, and nothing is changed, when the balance is too small. */
    public boolean post(int verticalId, NewEntry entry) {
        return jdbi.withHandle(handle -> {
            int changed = handle.createUpdate("""
                            UPDATE loyalty_account SET balance = balance + :change, import_id = NULL
                            WHERE customer_id = :customer AND balance + :change >= 0
                            """)
                    .bind("change", entry.change())
                    .bind("customer", entry.customerId())
                    .execute();
            if (changed == 1) {
                insert(handle, verticalId, List.of(entry), null);
            }
            return changed == 1;
        });
    }

    /** Posts many entries at once, each customer's in order; the caller has seen to it that no balance falls below nought. */
    public void postAll(int verticalId, List<NewEntry> entries) {
        postAll(verticalId, entries, null);
    }

    /** @param adjustment the bulk adjustment they belong to; null for none */
    public void postAll(int verticalId, List<NewEntry> entries, @Nullable Long adjustment) {
        Map<Long, Long> changes = new HashMap<>();
        entries.forEach(entry -> changes.merge(entry.customerId(), entry.change(), Long::sum));
        jdbi.useHandle(handle -> {
            insert(handle, verticalId, entries, adjustment);
            changeBalances(handle, dialect, changes);
        });
    }

    /** @param changes by customer */
    static void changeBalances(Handle handle, Dialect dialect, Map<Long, Long> changes) {
        List<Map.Entry<Long, Long>> ordered = changes.entrySet().stream()
                .filter(change -> change.getValue() != 0)
                .sorted(Map.Entry.comparingByKey())
                .toList();
        if (ordered.isEmpty()) {
            return;
        }
        if (dialect == Dialect.POSTGRESQL && ordered.size() > 1) {
            changeAtOnce(handle, ordered);
            return;
        }
        PreparedBatch batch =
                handle.prepareBatch("UPDATE loyalty_account SET balance = balance + ? WHERE customer_id = ?");
        ordered.forEach(change -> batch.add(change.getValue(), change.getKey()));
        batch.execute();
    }

    /** PostgreSQL takes many rows as arrays faster than statement by statement. */
    private static void changeAtOnce(Handle handle, List<Map.Entry<Long, Long>> changes) {
        handle.execute("""
                UPDATE loyalty_account a SET balance = a.balance + c.points
                FROM unnest(CAST(? AS bigint[]), CAST(? AS bigint[])) AS c (customer_id, points) WHERE a.customer_id = c.customer_id""", array(changes, Map.Entry::getKey), array(changes, Map.Entry::getValue));
    }

    /** In the text form of PostgreSQL: {@code {1,2}}. */
    private static String array(List<Map.Entry<Long, Long>> changes, Function<Map.Entry<Long, Long>, Long> value) {
        return changes.stream().map(value).map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private void insert(Handle handle, int verticalId, List<NewEntry> entries, @Nullable Long adjustment) {
        List<@Nullable Object[]> rows = new ArrayList<>(entries.size());
        for (NewEntry entry : entries) {
            NewEntry.Source source = entry.source();
            rows.add(new @Nullable Object[] {
                verticalId,
                entry.customerId(),
                entry.kind().name(),
                entry.from().name(),
                entry.to().name(),
                entry.points(),
                entry.day(),
                entry.at().atOffset(ZoneOffset.UTC),
                entry.by(),
                entry.reason(),
                entry.request(),
                source == null ? null : source.activity(),
                source == null ? null : source.row(),
                source == null ? null : source.turn(),
                entry.reverses(),
                adjustment
            });
        }
        BulkInsert.insert(handle, dialect, "loyalty_entry", COLUMNS, rows);
    }

    public Optional<Long> findByRequest(String request) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM loyalty_entry WHERE request_key = :request")
                .bind("request", request)
                .mapTo(Long.class)
                .findOne());
    }

    /** A customer's entries, newest first, with the balance after each: counted back from the account's, which they add up to. */
    public List<PointsEntry> entries(long customerId, int limit) {
        List<PointsEntry> found = read(
                "COALESCE(a.balance, 0)",
                "e.customer_id = :id ORDER BY e.id DESC FETCH FIRST " + limit + " ROWS ONLY",
                customerId);
        List<PointsEntry> entries = new ArrayList<>(found.size());
        long balance = found.isEmpty() ? 0 : found.getFirst().balance();
        for (PointsEntry entry : found) {
            entries.add(entry.withBalance(balance));
            balance -= entry.change();
        }
        return entries;
    }

    /** One entry, if it is of a customer of the vertical. */
    public Optional<PointsEntry> entry(int verticalId, long id) {
        String balance = """
                (SELECT CAST(COALESCE(sum(%s), 0) AS BIGINT) FROM loyalty_entry b
                 WHERE b.customer_id = e.customer_id AND b.id <= e.id)""".formatted(CHANGE.replace("points", "b.points")
                .replace("to_account", "b.to_account")
                .replace("from_account", "b.from_account"));
        return read(balance, "e.id = :id AND e.vertical_id = " + verticalId, id).stream()
                .findFirst();
    }

    private List<PointsEntry> read(String balance, String which, long id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT e.*, u.display_name,
                          (SELECT count(*) FROM loyalty_entry r WHERE r.reverses = e.id) AS reversals, %s AS balance_after
                        FROM loyalty_entry e LEFT JOIN app_user u ON u.id = e.posted_by
                        LEFT JOIN loyalty_account a ON a.customer_id = e.customer_id
                        WHERE %s
                        """.formatted(balance, which))
                .bind("id", id)
                .map((row, _) -> entry(row))
                .list());
    }

    private static PointsEntry entry(ResultSet row) throws SQLException {
        return new PointsEntry(
                row.getLong("id"),
                row.getLong("customer_id"),
                PointsKind.valueOf(row.getString("entry_kind")),
                PointsAccount.valueOf(row.getString("from_account")),
                PointsAccount.valueOf(row.getString("to_account")),
                row.getLong("points"),
                row.getObject("lot_on", LocalDate.class),
                row.getObject("posted_at", OffsetDateTime.class).toInstant(),
                row.getString("display_name"),
                row.getString("reason"),
                row.getObject("reverses", Long.class),
                row.getInt("reversals") > 0,
                row.getLong("balance_after"));
    }

    /** What all entries of the vertical add up to. */
    public LedgerTotals totals(int verticalId) {
        return jdbi.withHandle(handle -> new LedgerTotals(
                accounts(handle, verticalId),
                count(handle, "SELECT count(*) FROM loyalty_account WHERE vertical_id = :vertical", verticalId),
                tiers(handle, verticalId),
                count(handle, """
                        SELECT count(*) FROM loyalty_account a LEFT JOIN (
                          SELECT customer_id, sum(%s) AS total FROM loyalty_entry WHERE vertical_id = :vertical GROUP BY customer_id
                        ) e ON e.customer_id = a.customer_id
                        WHERE a.vertical_id = :vertical AND a.balance <> COALESCE(e.total, 0)
                        """.formatted(CHANGE), verticalId)));
    }

    private static Map<PointsAccount, Long> accounts(Handle handle, int verticalId) {
        Map<PointsAccount, Long> sums = new EnumMap<>(PointsAccount.class);
        handle.createQuery("""
                        SELECT from_account, to_account, CAST(sum(points) AS BIGINT) FROM loyalty_entry
                        WHERE vertical_id = :vertical GROUP BY from_account, to_account
                        """)
                .bind("vertical", verticalId)
                .map((row, _) -> new Moved(
                        PointsAccount.valueOf(row.getString(1)),
                        PointsAccount.valueOf(row.getString(2)),
                        row.getLong(3)))
                .forEach(moved -> {
                    sums.merge(moved.from(), -moved.points(), Long::sum);
                    sums.merge(moved.to(), moved.points(), Long::sum);
                });
        return sums;
    }

    private record Moved(PointsAccount from, PointsAccount to, long points) {}

    private static Map<String, Long> tiers(Handle handle, int verticalId) {
        Map<String, Long> members = new HashMap<>();
        handle.createQuery("""
                        SELECT tier_id, count(*) FROM loyalty_account
                        WHERE vertical_id = :vertical AND tier_id IS NOT NULL GROUP BY tier_id
                        """)
                .bind("vertical", verticalId)
                .map((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(entry -> members.put(entry.getKey(), entry.getValue()));
        return members;
    }

    private static long count(Handle handle, String sql, int verticalId) {
        return handle.createQuery(sql)
                .bind("vertical", verticalId)
                .mapTo(Long.class)
                .one();
    }
}

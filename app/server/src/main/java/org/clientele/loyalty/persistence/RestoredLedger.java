package org.clientele.loyalty.persistence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.common.persistence.BulkInsert;
import org.clientele.common.persistence.Dialect;
import org.clientele.common.persistence.FreshRows;
import org.clientele.loyalty.NewEntry;
import org.clientele.loyalty.persistence.EarningPlaces.Place;
import org.clientele.plugin.VerticalLayout;
import org.clientele.plugin.VerticalLayout.Owner;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Stores accounts that an import brings back, piece by piece; a piece may end within an account. What earned points is looked up among the
 * activities that are here. An entry whose activity is not here gets a number below nought in its place, which no row has, so that the points are
 * taken back as those of any activity that is gone.
 */
final class RestoredLedger {
    private static final List<String> ACCOUNT_COLUMNS = List.of(
            "customer_id", "vertical_id", "balance", "tier_id", "tier_points", "tier_since", "review_on", "import_id");
    private static final List<String> ENTRY_COLUMNS = List.of(
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
            "activity_id",
            "activity_row",
            "turn",
            "adjustment_id",
            "import_id");

    private final Jdbi jdbi;
    private final Dialect dialect;
    private final int verticalId;
    private final VerticalLayout layout;
    private final RestoredAdjustments adjustments;
    private final List<Account> accounts = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    /** Ids of a customer's entries in their order. */
    private final Map<Long, List<Long>> stored = new HashMap<>();

    private final Map<Gone, Long> gone = new HashMap<>();
    private long least;

    /** @param least number of an activity's row that an entry here has; others get lower ones */
    RestoredLedger(
            Jdbi jdbi,
            Dialect dialect,
            int verticalId,
            VerticalLayout layout,
            RestoredAdjustments adjustments,
            long least) {
        this.jdbi = jdbi;
        this.dialect = dialect;
        this.verticalId = verticalId;
        this.layout = layout;
        this.adjustments = adjustments;
        this.least = Math.min(least, 0);
    }

    record Account(
            long customer,
            @Nullable String tier,
            long points,
            @Nullable LocalDate since,
            @Nullable LocalDate review) {}

    /**
     * An entry.
     *
     * @param reverses the place, from 0, of the entry that it takes back among those of its customer
     * @param adjustment what the file calls the bulk adjustment that posted it
     */
    record Entry(
            NewEntry entry,
            @Nullable Source source,
            @Nullable Integer reverses,
            @Nullable Long adjustment) {}

    /**
     * What earned points.
     *
     * @param time null when it was not there any more
     */
    record Source(String activity, @Nullable LocalDateTime time, int place, int turn) {}

    private record Gone(
            long customer, String activity, @Nullable LocalDateTime time, int place) {}

    void begin(Account account) {
        accounts.add(account);
    }

    /** An entry of the account begun last. */
    void add(Entry entry) {
        entries.add(entry);
    }

    /** @param importId kept with what was added; null forgets it */
    void flush(@Nullable Long importId) {
        if (importId != null && !(accounts.isEmpty() && entries.isEmpty())) {
            jdbi.useHandle(handle -> {
                storeAccounts(handle, importId);
                storeEntries(handle, importId);
                storeReversals(handle);
                storeBalances(handle);
            });
        }
        accounts.clear();
        if (!entries.isEmpty()) {
            long last = entries.getLast().entry().customerId();
            stored.keySet().retainAll(Set.of(last));
            gone.keySet().removeIf(one -> one.customer() != last);
        }
        entries.clear();
    }

    private void storeAccounts(Handle handle, long importId) {
        List<@Nullable Object[]> rows = new ArrayList<>(accounts.size());
        accounts.forEach(account -> rows.add(new @Nullable Object[] {
            account.customer(),
            verticalId,
            0L,
            account.tier(),
            account.points(),
            account.since(),
            account.review(),
            importId
        }));
        BulkInsert.insert(handle, dialect, "loyalty_account", ACCOUNT_COLUMNS, rows);
    }

    private void storeEntries(Handle handle, long importId) {
        if (entries.isEmpty()) {
            return;
        }
        Map<String, Map<Place, Long>> known = new HashMap<>();
        List<@Nullable Object[]> rows = new ArrayList<>(entries.size());
        for (Entry one : entries) {
            NewEntry entry = one.entry();
            Source source = one.source();
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
                source == null ? null : source.activity(),
                source == null ? null : row(handle, known, entry.customerId(), source),
                source == null ? null : source.turn(),
                adjustments.id(one.adjustment()),
                importId
            });
        }
        List<Long> ids = FreshRows.insert(handle, dialect, "loyalty_entry", ENTRY_COLUMNS, rows, importId);
        for (int i = 0; i < entries.size(); i++) {
            stored.computeIfAbsent(entries.get(i).entry().customerId(), customer -> new ArrayList<>())
                    .add(ids.get(i));
        }
    }

    private long row(Handle handle, Map<String, Map<Place, Long>> known, long customer, Source source) {
        LocalDateTime time = source.time();
        Long found = time == null
                ? null
                : known.computeIfAbsent(source.activity(), activity -> rows(handle, activity))
                        .get(new Place(customer, time, source.place()));
        return found != null
                ? found
                : gone.computeIfAbsent(new Gone(customer, source.activity(), time, source.place()), one -> --least);
    }

    private Map<Place, Long> rows(Handle handle, String activity) {
        Set<Long> customers = new LinkedHashSet<>();
        entries.forEach(entry -> customers.add(entry.entry().customerId()));
        Map<Place, Long> rows = new HashMap<>();
        layout.owner(activity).map(Owner::table).ifPresent(table -> EarningPlaces.of(handle, table, customers)
                .forEach((row, place) -> rows.put(place, row)));
        return rows;
    }

    private void storeReversals(Handle handle) {
        Map<Long, Integer> place = new HashMap<>();
        PreparedBatch batch = handle.prepareBatch("UPDATE loyalty_entry SET reverses = ? WHERE id = ?");
        entries.reversed().forEach(one -> {
            long customer = one.entry().customerId();
            List<Long> ids = stored.getOrDefault(customer, List.of());
            int own = place.merge(customer, ids.size() - 1, (before, first) -> before - 1);
            Integer reverses = one.reverses();
            if (reverses != null) {
                batch.add(ids.get(reverses), ids.get(own));
            }
        });
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private void storeBalances(Handle handle) {
        Map<Long, Long> changes = new HashMap<>();
        entries.forEach(
                one -> changes.merge(one.entry().customerId(), one.entry().change(), Long::sum));
        PointsDao.changeBalances(handle, dialect, changes);
    }
}

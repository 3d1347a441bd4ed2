package org.clientele.strategy.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clientele.common.persistence.BulkInsert;
import org.clientele.common.persistence.Dialect;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Since when customers meet the conditions of strategies. */
@Repository
public class StrategyEntryDao {
    private static final int FETCH = 5_000;
    private static final List<String> COLUMNS =
            List.of("vertical_id", "segment_id", "customer_id", "entered_on", "import_id");

    private final Jdbi jdbi;
    private final Dialect dialect;

    public StrategyEntryDao(Jdbi jdbi, Dialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    /** The days by customer. @param strategy the strategy's id among those of conditions */
    public Map<Long, LocalDate> entries(int verticalId, String strategy) {
        Map<Long, LocalDate> entries = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT customer_id, entered_on FROM strategy_entry
                        WHERE vertical_id = :vertical AND segment_id = :strategy""")
                .bind("vertical", verticalId)
                .bind("strategy", strategy)
                .setFetchSize(FETCH)
                .map((row, context) -> Map.entry(row.getLong(1), row.getObject(2, LocalDate.class)))
                .forEach(entry -> entries.put(entry.getKey(), entry.getValue())));
        return entries;
    }

    /** Somebody who meets the condition of a strategy since a day. */
    record Entry(String strategy, long customer, LocalDate day) {}

    /** Stores what an import brings back. */
    void restore(int verticalId, List<Entry> entries, long importId) {
        List<@Nullable Object[]> rows = entries.stream()
                .map(entry ->
                        new @Nullable Object[] {verticalId, entry.strategy(), entry.customer(), entry.day(), importId})
                .toList();
        jdbi.useHandle(handle -> BulkInsert.insert(handle, dialect, "strategy_entry", COLUMNS, rows));
    }

    /** Notes who came, on a day, and forgets who left. */
    public void change(int verticalId, String strategy, List<Long> came, LocalDate day, List<Long> left) {
        jdbi.useHandle(handle -> {
            if (!came.isEmpty()) {
                List<@Nullable Object[]> rows = came.stream()
                        .map(customer -> new @Nullable Object[] {verticalId, strategy, customer, day, null})
                        .toList();
                BulkInsert.insert(handle, dialect, "strategy_entry", COLUMNS, rows);
            }
            if (!left.isEmpty()) {
                PreparedBatch batch = handle.prepareBatch("DELETE FROM strategy_entry"
                        + " WHERE vertical_id = :vertical AND segment_id = :strategy AND customer_id = :customer");
                left.forEach(customer -> batch.bind("vertical", verticalId)
                        .bind("strategy", strategy)
                        .bind("customer", customer)
                        .add());
                batch.execute();
            }
        });
    }
}

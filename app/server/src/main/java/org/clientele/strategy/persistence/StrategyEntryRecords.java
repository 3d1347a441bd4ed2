package org.clientele.strategy.persistence;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.RecordKind;
import org.clientele.plugin.records.RecordRow;
import org.clientele.plugin.records.RestoredRows;
import org.clientele.plugin.records.UnfitRowException;
import org.clientele.plugin.records.VerticalRecords;
import org.clientele.strategy.StrategiesChanged;
import org.clientele.strategy.persistence.StrategyEntryDao.Entry;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Repository;

/** Since when customers meet the conditions of strategies as rows, so that no play begins anew. */
@Repository
public class StrategyEntryRecords implements VerticalRecords {
    private static final String RECORD = RecordKind.STRATEGY_ENTRIES.firstColumn();
    private static final String STRATEGY = "strategy";
    private static final String CUSTOMER = "customer";
    private static final String ENTERED = "entered";
    private static final int ID_LENGTH = 40;
    private static final int FETCH = 5_000;
    private static final String SELECT = """
            SELECT e.segment_id, c.ref, e.entered_on FROM strategy_entry e JOIN customer c ON c.id = e.customer_id
            WHERE e.vertical_id = :vertical ORDER BY e.segment_id, e.customer_id""";

    private final Jdbi jdbi;
    private final StrategyEntryDao entries;
    private final OwnedRows imported;

    public StrategyEntryRecords(Jdbi jdbi, StrategyEntryDao entries) {
        this.jdbi = jdbi;
        this.entries = entries;
        this.imported = new OwnedRows(jdbi, new Part("strategy_entry", "customer_id", "import_id = :id", ""));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.STRATEGY_ENTRIES;
    }

    @Override
    public List<String> columns() {
        return List.of(RECORD, STRATEGY, CUSTOMER, ENTERED);
    }

    @Override
    public void read(int verticalId, Consumer<List<String>> rows) {
        jdbi.useHandle(handle -> handle.createQuery(SELECT)
                .bind("vertical", verticalId)
                .setFetchSize(FETCH)
                .map((row, _) -> List.of(
                        key(row.getString(1), row.getString(2)),
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class).toString()))
                .forEach(rows));
    }

    private static String key(String strategy, String customer) {
        return strategy + " " + customer;
    }

    @Override
    public Restoring restoring(int verticalId, KnownNames known) {
        Set<String> here = new HashSet<>();
        read(verticalId, row -> here.add(row.getFirst()));
        return RestoredRows.once(
                here,
                row -> read(known, row),
                (row, entry) -> key(entry.strategy(), row.text(CUSTOMER)),
                (fresh, importId) -> entries.restore(verticalId, fresh, importId));
    }

    private static Entry read(KnownNames known, RecordRow row) throws UnfitRowException {
        return new Entry(row.required(STRATEGY, ID_LENGTH), known.customer(row, CUSTOMER), row.day(ENTERED));
    }

    @Override
    public int takeBack(long importId) {
        return imported.deletePiece(importId);
    }

    @Override
    public List<Object> news(String verticalKey) {
        return List.of(new StrategiesChanged(verticalKey));
    }
}

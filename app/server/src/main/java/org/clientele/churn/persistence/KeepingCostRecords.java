package org.clientele.churn.persistence;

import java.util.List;
import java.util.function.Consumer;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.RecordKind;
import org.clientele.plugin.records.RecordRow;
import org.clientele.plugin.records.UnfitRowException;
import org.clientele.plugin.records.VerticalRecords;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What keeping a customer costs, as one row. */
@Repository
public class KeepingCostRecords implements VerticalRecords {
    private static final String COST = "cost-minor";
    private static final int LENGTH = 18;

    private final Jdbi jdbi;

    public KeepingCostRecords(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.KEEPING_COST;
    }

    @Override
    public List<String> columns() {
        return List.of(RecordKind.KEEPING_COST.firstColumn(), COST);
    }

    @Override
    public void read(int verticalId, Consumer<List<String>> rows) {
        new KeepingCostDao(jdbi).find(verticalId).ifPresent(cost -> rows.accept(List.of("1", cost.toString())));
    }

    @Override
    public Restoring restoring(int verticalId, KnownNames known) {
        return new Cost(verticalId, new KeepingCostDao(jdbi).find(verticalId).isPresent());
    }

    @Override
    public int takeBack(long importId) {
        return jdbi.withHandle(handle -> handle.execute("DELETE FROM keeping_cost WHERE import_id = ?", importId));
    }

    /** What is set already stays. */
    private final class Cost implements Restoring {
        private final int verticalId;
        private boolean here;
        private @Nullable Long fresh;

        Cost(int verticalId, boolean here) {
            this.verticalId = verticalId;
            this.here = here;
        }

        @Override
        public boolean take(RecordRow row) throws UnfitRowException {
            long cost = row.whole(COST);
            if (here) {
                return false;
            }
            here = true;
            fresh = cost;
            return true;
        }

        @Override
        public void flush(@Nullable Long importId) {
            Long cost = fresh;
            if (importId != null && cost != null) {
                jdbi.useHandle(handle -> KeepingCostDao.insert(handle, verticalId, cost, importId));
            }
            fresh = null;
        }
    }
}

package org.clientele.churn.persistence;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What it costs to keep a customer. */
@Repository
public class KeepingCostDao {
    private final Jdbi jdbi;

    public KeepingCostDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Minor units; empty: nobody has said so. */
    public Optional<Long> find(int verticalId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT cost_minor FROM keeping_cost WHERE vertical_id = :vertical")
                        .bind("vertical", verticalId)
                        .mapTo(Long.class)
                        .findOne());
    }

    /** @param cost null: not known any more */
    public void set(int verticalId, @Nullable Long cost) {
        jdbi.useTransaction(handle -> {
            handle.execute("DELETE FROM keeping_cost WHERE vertical_id = ?", verticalId);
            if (cost != null) {
                insert(handle, verticalId, cost, null);
            }
        });
    }

    static void insert(Handle handle, int verticalId, long cost, @Nullable Long importId) {
        handle.createUpdate(
                        "INSERT INTO keeping_cost (vertical_id, cost_minor, import_id) VALUES (:vertical, :cost, :import)")
                .bind("vertical", verticalId)
                .bind("cost", cost)
                .bind("import", importId)
                .execute();
    }
}

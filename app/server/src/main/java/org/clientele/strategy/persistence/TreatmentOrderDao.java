package org.clientele.strategy.persistence;

import java.util.List;
import org.clientele.segment.SegmentName;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The order in which segments decide how a customer is treated. */
@Repository
public class TreatmentOrderDao {
    private final Jdbi jdbi;

    public TreatmentOrderDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The segments in order; empty when nobody set one. */
    public List<SegmentName> order(int verticalId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT model_id, segment_id FROM treatment_order WHERE vertical_id = :vertical ORDER BY place")
                .bind("vertical", verticalId)
                .map((row, context) -> new SegmentName(row.getString(1), row.getString(2)))
                .list());
    }

    /** Puts an order in place of the one there was. Called within a transaction. */
    public void store(int verticalId, List<SegmentName> order) {
        store(verticalId, order, null);
    }

    /** @param importId the import that brings the order back, or null: somebody sets it */
    void store(int verticalId, List<SegmentName> order, @Nullable Long importId) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("DELETE FROM treatment_order WHERE vertical_id = :vertical")
                    .bind("vertical", verticalId)
                    .execute();
            PreparedBatch rows = handle.prepareBatch("INSERT INTO treatment_order"
                    + " (vertical_id, place, model_id, segment_id, import_id)"
                    + " VALUES (:vertical, :place, :model, :segment, :import)");
            for (int place = 0; place < order.size(); place++) {
                rows.bind("vertical", verticalId)
                        .bind("place", place)
                        .bind("model", order.get(place).model())
                        .bind("segment", order.get(place).segment())
                        .bind("import", importId)
                        .add();
            }
            if (!order.isEmpty()) {
                rows.execute();
            }
        });
    }
}

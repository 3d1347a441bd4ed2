package org.clientele.strategy.persistence;

import java.time.LocalDate;
import java.util.List;
import org.clientele.common.persistence.BulkInsert;
import org.clientele.common.persistence.Dialect;
import org.clientele.segment.SegmentName;
import org.clientele.strategy.Enrolment;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Who takes part in the measurements of strategies. */
@Repository
public class EnrolmentDao {
    private static final int FETCH = 5_000;
    private static final List<String> COLUMNS = List.of(
            "vertical_id", "model_id", "segment_id", "customer_id", "enrolled_on", "held_out", "stratum", "import_id");

    private final Jdbi jdbi;
    private final Dialect dialect;

    public EnrolmentDao(Jdbi jdbi, Dialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    /** Everybody who takes part in a strategy's measurement. */
    public List<Enrolment> all(int verticalId, SegmentName segment) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT customer_id, enrolled_on, held_out, stratum FROM strategy_enrolment
                        WHERE vertical_id = :vertical AND model_id = :model AND segment_id = :segment
                        ORDER BY customer_id""")
                .bind("vertical", verticalId)
                .bind("model", segment.model())
                .bind("segment", segment.segment())
                .setFetchSize(FETCH)
                .map((row, context) -> new Enrolment(
                        row.getLong(1), row.getObject(2, LocalDate.class), row.getBoolean(3), row.getString(4)))
                .list());
    }

    /** The strategies that a customer was drawn to be left out of. */
    public List<SegmentName> heldOut(int verticalId, long customerId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT model_id, segment_id FROM strategy_enrolment
                        WHERE customer_id = :customer AND vertical_id = :vertical AND held_out = TRUE""")
                .bind("customer", customerId)
                .bind("vertical", verticalId)
                .map((row, context) -> new SegmentName(row.getString(1), row.getString(2)))
                .list());
    }

    public void insert(int verticalId, SegmentName segment, List<Enrolment> enrolments) {
        insert(verticalId, segment, enrolments, null);
    }

    /** @param importId the import that brings them back, or null: they were drawn */
    void insert(int verticalId, SegmentName segment, List<Enrolment> enrolments, @Nullable Long importId) {
        List<@Nullable Object[]> rows = enrolments.stream()
                .map(each -> new @Nullable Object[] {
                    verticalId,
                    segment.model(),
                    segment.segment(),
                    each.customerId(),
                    each.day(),
                    each.heldOut(),
                    each.stratum(),
                    importId
                })
                .toList();
        if (!rows.isEmpty()) {
            jdbi.useHandle(handle -> BulkInsert.insert(handle, dialect, "strategy_enrolment", COLUMNS, rows));
        }
    }
}

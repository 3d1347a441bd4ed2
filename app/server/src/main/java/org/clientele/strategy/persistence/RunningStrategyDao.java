package org.clientele.strategy.persistence;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.clientele.segment.SegmentName;
import org.clientele.strategy.RunningStrategy;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Which strategies run. */
@Repository
public class RunningStrategyDao {
    private final Jdbi jdbi;

    public RunningStrategyDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** In the order of their segments' names. */
    public List<RunningStrategy> all(int verticalId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT model_id, segment_id, counted_from, started_by, started_at
                        FROM running_strategy WHERE vertical_id = :vertical ORDER BY model_id, segment_id""")
                .bind("vertical", verticalId)
                .map((row, context) -> new RunningStrategy(
                        new SegmentName(row.getString(1), row.getString(2)),
                        row.getObject(3, LocalDate.class),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()))
                .list());
    }

    public void insert(int verticalId, RunningStrategy strategy) {
        insert(verticalId, strategy, null);
    }

    /** @param importId the import that brings it back, or null: somebody starts it */
    void insert(int verticalId, RunningStrategy strategy, @Nullable Long importId) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO running_strategy
                          (vertical_id, model_id, segment_id, counted_from, started_by, started_at, import_id)
                        VALUES (:vertical, :model, :segment, :from, :by, :at, :import)""")
                .bind("vertical", verticalId)
                .bind("model", strategy.segment().model())
                .bind("segment", strategy.segment().segment())
                .bind("from", strategy.countedFrom())
                .bind("by", strategy.startedBy())
                .bind("at", strategy.startedAt().atOffset(ZoneOffset.UTC))
                .bind("import", importId)
                .execute());
    }

    /** False when it did not run. */
    public boolean delete(int verticalId, SegmentName segment) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                DELETE FROM running_strategy
                                WHERE vertical_id = :vertical AND model_id = :model AND segment_id = :segment""")
                        .bind("vertical", verticalId)
                        .bind("model", segment.model())
                        .bind("segment", segment.segment())
                        .execute()
                > 0);
    }

    /** Keeps other nodes from making tasks of the vertical until the transaction ends. */
    public void lock(int verticalId) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE running_strategy SET counted_from = counted_from WHERE vertical_id = :vertical")
                .bind("vertical", verticalId)
                .execute());
    }
}

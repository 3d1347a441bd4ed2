package org.clientele.segment.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.clientele.segment.RecomputeCause;
import org.clientele.segment.RecomputeRun;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The history of recomputes. */
@Repository
public class RecomputeRunDao {
    private static final int FAILURE_LENGTH = 2000;

    private final Jdbi jdbi;

    public RecomputeRunDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * @param node that carries it out
     * @param startedBy display name of who asked for it, if somebody did
     */
    public long start(
            int verticalId,
            LocalDate asOf,
            String node,
            Instant startedAt,
            RecomputeCause cause,
            @Nullable String startedBy) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO recompute_run (vertical_id, as_of, run_state, node, started_at, cause, started_by)
                        VALUES (:vertical, :asOf, 'RUNNING', :node, :startedAt, :cause, :startedBy)""")
                .bind("vertical", verticalId)
                .bind("node", node)
                .bind("cause", cause.name())
                .bind("startedBy", startedBy)
                .bind("asOf", asOf)
                .bind("startedAt", startedAt.atOffset(ZoneOffset.UTC))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    /**
     * A run whose end is not noted.
     *
     * @param node that carries it out; empty when that is not known any more
     */
    public record Unfinished(long id, int verticalId, String node, Instant since) {}

    /** Runs that go on, or that a process left. */
    public List<Unfinished> unfinished() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, vertical_id, COALESCE(node, '') AS node, started_at FROM recompute_run
                        WHERE run_state = 'RUNNING' ORDER BY id""")
                .map((row, context) -> new Unfinished(
                        row.getLong("id"),
                        row.getInt("vertical_id"),
                        row.getString("node"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant()))
                .list());
    }

    public void done(long id, Instant finishedAt, long customers, long opened, long closed) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE recompute_run SET run_state = 'DONE', finished_at = :finishedAt, customers = :customers,
                          memberships_opened = :opened, memberships_closed = :closed
                        WHERE id = :id""")
                .bind("id", id)
                .bind("finishedAt", finishedAt.atOffset(ZoneOffset.UTC))
                .bind("customers", customers)
                .bind("opened", opened)
                .bind("closed", closed)
                .execute());
    }

    /** Notes that somebody had the run stopped. */
    public void cancelled(long id, Instant finishedAt) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE recompute_run SET run_state = 'CANCELLED', finished_at = :finishedAt WHERE id = :id""")
                .bind("id", id)
                .bind("finishedAt", finishedAt.atOffset(ZoneOffset.UTC))
                .execute());
    }

    public void failed(long id, Instant finishedAt, RecomputeRun.Stage stage, String failure) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE recompute_run SET run_state = 'FAILED', finished_at = :finishedAt, failed_at = :stage, failure = :failure
                        WHERE id = :id""")
                .bind("id", id)
                .bind("finishedAt", finishedAt.atOffset(ZoneOffset.UTC))
                .bind("stage", stage.name())
                .bind("failure", failure.substring(0, Math.min(failure.length(), FAILURE_LENGTH)))
                .execute());
    }

    /** The number of the newest run that was completed, 0 when there was none: memberships are the same as long as it is. */
    public long lastDone(int verticalId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT COALESCE(MAX(id), 0) FROM recompute_run WHERE vertical_id = :vertical AND run_state = 'DONE'""")
                .bind("vertical", verticalId)
                .mapTo(Long.class)
                .one());
    }

    /** The newest runs, newest first. */
    public List<RecomputeRun> newest(int verticalId, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, as_of, run_state, cause, started_by, started_at, finished_at, customers, memberships_opened,
                          memberships_closed, failed_at, failure
                        FROM recompute_run WHERE vertical_id = :vertical ORDER BY id DESC LIMIT :limit""")
                .bind("vertical", verticalId)
                .bind("limit", limit)
                .map((row, context) -> run(row))
                .list());
    }

    private static RecomputeRun run(ResultSet row) throws SQLException {
        return new RecomputeRun(
                row.getLong("id"),
                row.getObject("as_of", LocalDate.class),
                RecomputeRun.State.valueOf(row.getString("run_state")),
                RecomputeCause.valueOf(row.getString("cause")),
                row.getString("started_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("finished_at", OffsetDateTime.class)),
                row.getLong("customers"),
                row.getLong("memberships_opened"),
                row.getLong("memberships_closed"),
                stage(row.getString("failed_at")),
                row.getString("failure"));
    }

    private static RecomputeRun.@Nullable Stage stage(@Nullable String name) {
        return name == null ? null : RecomputeRun.Stage.valueOf(name);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}

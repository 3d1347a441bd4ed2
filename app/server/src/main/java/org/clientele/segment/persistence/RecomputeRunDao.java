package org.clientele.segment.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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

    public long start(int verticalId, LocalDate asOf, Instant startedAt) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO recompute_run (vertical_id, as_of, run_state, started_at)
                        VALUES (:vertical, :asOf, 'RUNNING', :startedAt)""")
                .bind("vertical", verticalId)
                .bind("asOf", asOf)
                .bind("startedAt", startedAt.atOffset(ZoneOffset.UTC))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
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

    public void failed(long id, Instant finishedAt, String failure) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE recompute_run SET run_state = 'FAILED', finished_at = :finishedAt, failure = :failure
                        WHERE id = :id""")
                .bind("id", id)
                .bind("finishedAt", finishedAt.atOffset(ZoneOffset.UTC))
                .bind("failure", failure.substring(0, Math.min(failure.length(), FAILURE_LENGTH)))
                .execute());
    }

    /** Marks runs that a dead process left behind; their transaction never happened. */
    public int failUnfinished(Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE recompute_run SET run_state = 'FAILED', finished_at = :now,
                          failure = 'The portal stopped during the run; nothing was written'
                        WHERE run_state = 'RUNNING'""")
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute());
    }

    /** The newest runs, newest first. */
    public List<RecomputeRun> newest(int verticalId, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, as_of, run_state, started_at, finished_at, customers, memberships_opened, memberships_closed,
                          failure
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
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("finished_at", OffsetDateTime.class)),
                row.getLong("customers"),
                row.getLong("memberships_opened"),
                row.getLong("memberships_closed"),
                row.getString("failure"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}

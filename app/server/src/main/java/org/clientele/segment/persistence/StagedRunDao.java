package org.clientele.segment.persistence;

import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.clientele.common.persistence.Dialect;
import org.clientele.common.persistence.RoundTrip;
import org.clientele.segment.MembershipChanges.Opened;
import org.clientele.segment.MembershipOrigins;
import org.clientele.segment.StoredMembership;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Repository;

/**
 * Runs too big for one transaction. Their rows are stored aside piece by piece, seen from the moment the run is DONE, then taken over
 * piece by piece; those of a run that did not get so far are taken back. Every call is one transaction of the caller.
 */
@Repository
public class StagedRunDao {
    private static final int PIECE = 20_000;

    private final Jdbi jdbi;
    private final Dialect dialect;

    public StagedRunDao(Jdbi jdbi, Dialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    /** The runs of a vertical with rows aside; whether each is done. There is one at most, unless a process died twice. */
    public Map<Long, Boolean> staged(int verticalId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id, run_state FROM recompute_run WHERE vertical_id = :vertical AND staged = TRUE")
                .bind("vertical", verticalId)
                .reduceRows(new TreeMap<Long, Boolean>(), (runs, row) -> {
                    runs.put(row.getColumn("id", Long.class), "DONE".equals(row.getColumn("run_state", String.class)));
                    return runs;
                }));
    }

    /**
     * Whether a run on another node may be writing, or has left rows aside, once the round trip is made. On HSQLDB there is no other
     * node.
     */
    public BooleanSupplier isUnderWayElsewhere(RoundTrip trip, int verticalId) {
        if (dialect == Dialect.HSQLDB) {
            return () -> false;
        }
        AtomicLong found = new AtomicLong();
        trip.ask("""
                SELECT (SELECT count(*) FROM recompute_run WHERE run_state = 'RUNNING' AND vertical_id = ?)
                  + (SELECT count(*) FROM recompute_run WHERE staged = TRUE AND vertical_id = ?)""", () -> row -> found.set(row.whole(1)), verticalId, verticalId);
        return () -> found.get() > 0;
    }

    /** How many pieces are worth storing side by side. HSQLDB lets one write at a time. */
    public int sideBySide() {
        return dialect == Dialect.POSTGRESQL ? 2 : 1;
    }

    /** Says that rows of the run are aside, or are so no longer. */
    public void mark(long run, boolean staged) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE recompute_run SET staged = :staged WHERE id = :run")
                .bind("staged", staged)
                .bind("run", run)
                .execute());
    }

    /** From now on readers go by the run. */
    public void publish(long run) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE recompute_run SET run_state = 'DONE' WHERE id = :run")
                .bind("run", run)
                .execute());
    }

    public void open(int verticalId, long run, LocalDate asOf, List<Opened> opened, MembershipOrigins reasons) {
        rows(verticalId, rows -> rows.insert(run, asOf, opened, reasons));
    }

    /** Last days of memberships stored before; equal to the first day: it is to be taken away. */
    public void end(int verticalId, long run, List<StoredMembership> ended) {
        rows(verticalId, rows -> rows.stage(run, ended));
    }

    public void forget(int verticalId, List<Long> customers) {
        rows(verticalId, rows -> rows.forget(customers));
    }

    /** Takes over a piece of the last days of a run that is done; false when none are left. */
    public boolean takeOver(int verticalId, long run) {
        return jdbi.withHandle(handle -> {
            List<StoredMembership> piece = ends(handle, verticalId, run);
            rows(handle, verticalId, rows -> {
                rows.remove(piece.stream().filter(StagedRunDao::isTakenAway).toList());
                rows.end(piece.stream().filter(row -> !isTakenAway(row)).toList());
                rows.unstage(piece);
            });
            return !piece.isEmpty();
        });
    }

    private static boolean isTakenAway(StoredMembership row) {
        return row.validFrom().equals(row.validTo());
    }

    private static List<StoredMembership> ends(Handle handle, int verticalId, long run) {
        return handle.createQuery("""
                        SELECT customer_id, segment_key_id, valid_from, valid_to FROM membership_end
                        WHERE vertical_id = :vertical AND run_id = :run
                        ORDER BY vertical_id, customer_id, segment_key_id, valid_from
                        FETCH FIRST :piece ROWS ONLY""")
                .bind("vertical", verticalId)
                .bind("run", run)
                .bind("piece", PIECE)
                .map((row, context) -> {
                    Date validTo = row.getDate(4);
                    return new StoredMembership(
                            row.getLong(1),
                            row.getInt(2),
                            row.getDate(3).toLocalDate(),
                            validTo == null ? null : validTo.toLocalDate());
                })
                .list();
    }

    /**
     * Takes back a piece of a run that is not done.
     *
     * @param after id of the last customer dealt with, −1 at first
     * @return the last customer dealt with, or −1 when nothing is left
     */
    public long takeBack(int verticalId, long run, long after) {
        return jdbi.withHandle(handle -> {
            Long last = handle.createQuery("""
                            SELECT max(customer_id) FROM (
                              SELECT customer_id FROM membership
                              WHERE vertical_id = :vertical AND customer_id > :after AND run_id = :run
                              ORDER BY vertical_id, customer_id FETCH FIRST :piece ROWS ONLY) piece""")
                    .bind("vertical", verticalId)
                    .bind("after", after)
                    .bind("run", run)
                    .bind("piece", PIECE)
                    .mapTo(Long.class)
                    .one();
            if (last == null) {
                handle.execute("DELETE FROM membership_end WHERE vertical_id = ? AND run_id = ?", verticalId, run);
                return -1L;
            }
            handle.execute(
                    "DELETE FROM membership WHERE vertical_id = ? AND customer_id > ? AND customer_id <= ? AND run_id = ?",
                    verticalId,
                    after,
                    last,
                    run);
            return last;
        });
    }

    private void rows(int verticalId, Work work) {
        jdbi.useHandle(handle -> rows(handle, verticalId, work));
    }

    private void rows(Handle handle, int verticalId, Work work) {
        Connection connection = handle.getConnection();
        try {
            work.on(new MembershipRows(connection, dialect, verticalId));
        } catch (SQLException failure) {
            throw new UncategorizedSQLException("Storing the memberships of a big run", null, failure);
        }
    }

    @FunctionalInterface
    private interface Work {
        void on(MembershipRows rows) throws SQLException;
    }
}

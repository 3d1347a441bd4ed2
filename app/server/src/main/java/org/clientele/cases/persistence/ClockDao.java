package org.clientele.cases.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clientele.cases.CaseClocks.Times;
import org.clientele.cases.ServiceCase;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The clocks of cases as they were last read, and those that are to be read again. */
@Repository
public class ClockDao {
    private final Jdbi jdbi;

    public ClockDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Stores what the clocks show. */
    public void store(long caseId, Times times) {
        jdbi.useHandle(h -> h.createUpdate("""
                        UPDATE service_case SET answer_due_at = :answer, solve_due_at = :solve, due_at = :due, due_on = :day,
                          alert = :alert, look_at = :look WHERE id = :id""")
                .bind("answer", CaseDao.at(times.answerDueAt()))
                .bind("solve", CaseDao.at(times.solveDueAt()))
                .bind("due", CaseDao.at(times.dueAt()))
                .bind("day", times.dueOn())
                .bind("alert", times.alert().ordinal())
                .bind("look", CaseDao.at(times.lookAt()))
                .bind("id", caseId)
                .execute());
    }

    /** The customer's segment counts for the case from now on; null: in none. */
    public void setTier(long caseId, @Nullable String segment) {
        jdbi.useHandle(h -> h.execute("UPDATE service_case SET tier = ? WHERE id = ?", segment, caseId));
    }

    /** Has the clocks of all open cases of a vertical read again; those that wait to be read do so as before. */
    public void lookAtAll(int verticalId, Instant now) {
        jdbi.useHandle(h -> h.createUpdate("""
                                UPDATE service_case SET look_at = :now
                                WHERE vertical_id = :vertical AND is_open AND (look_at IS NULL OR look_at > :now)""")
                .bind("now", CaseDao.at(now))
                .bind("vertical", verticalId)
                .execute());
    }

    /**
     * Where the clocks of a case are to be read.
     *
     * @param fresh whether it came by an import and they were never read: an import has them read as of the day on which the case was opened
     */
    public record Due(int verticalId, int number, boolean fresh) {}

    /** Some of the cases whose clocks are to be read by now, the longest overdue first. */
    public List<Due> due(int verticalId, Instant now, int limit) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT vertical_id, case_number, look_at = opened_at FROM service_case WHERE vertical_id = :vertical AND look_at <= :now
                        ORDER BY look_at, id FETCH FIRST :limit ROWS ONLY""")
                .bind("vertical", verticalId)
                .bind("now", CaseDao.at(now))
                .bind("limit", limit)
                .map((row, _) -> new Due(row.getInt(1), row.getInt(2), row.getBoolean(3)))
                .list());
    }

    /** The case, kept from others until the transaction ends; nothing when somebody read its clocks meanwhile. */
    public Optional<ServiceCase> lock(Due due, Instant now) {
        return jdbi.withHandle(h -> {
            int locked = h.createUpdate("""
                            UPDATE service_case SET look_at = NULL
                            WHERE vertical_id = :vertical AND case_number = :number AND look_at <= :now""")
                    .bind("vertical", due.verticalId())
                    .bind("number", due.number())
                    .bind("now", CaseDao.at(now))
                    .execute();
            return locked == 0
                    ? Optional.empty()
                    : h.createQuery(CaseDao.COLUMNS + CaseDao.FROM
                                    + "WHERE s.vertical_id = :vertical AND s.case_number = :number")
                            .bind("vertical", due.verticalId())
                            .bind("number", due.number())
                            .map((row, _) -> CaseDao.read(row))
                            .findOne();
        });
    }
}

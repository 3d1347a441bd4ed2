package org.clientele.cases.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.clientele.cases.CaseReason;
import org.clientele.cases.CauseCount;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Counts causes of cases that were solved, and how long cases waited for an answer. */
@Repository
public class CauseDao {
    private final Jdbi jdbi;

    public CauseDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The causes of cases solved in a time, the most frequent first; what was merged into another case counts there.
     *
     * @param looksAfter only of customers whom this user looks after; null: of all
     */
    public List<CauseCount> solved(int verticalId, Instant from, Instant until, @Nullable Long looksAfter) {
        String own = ofOwn(looksAfter);
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT s.reason, count(*) AS cases, sum(CASE WHEN s.case_type = 'COMPLAINT' THEN 1 ELSE 0 END) AS complaints,
                          sum(COALESCE(s.cost_minor, 0)) AS cost
                        FROM service_case s
                        WHERE s.vertical_id = :vertical AND s.solved_at >= :from AND s.solved_at < :until AND s.reason IS NOT NULL
                          AND s.merged_into IS NULL%s
                        GROUP BY s.reason ORDER BY count(*) DESC, s.reason""".formatted(own))
                .bind("vertical", verticalId)
                .bind("from", CaseDao.at(from))
                .bind("until", CaseDao.at(until))
                .map((row, _) -> new CauseCount(
                        CaseReason.valueOf(row.getString("reason")),
                        row.getLong("cases"),
                        row.getLong("complaints"),
                        row.getLong("cost")))
                .list());
    }

    /** Hands on when cases opened in a time were opened and first answered; those without an answer are left out. */
    public void answered(
            int verticalId,
            Instant from,
            Instant until,
            @Nullable Long looksAfter,
            BiConsumer<Instant, Instant> openedAndAnswered) {
        String own = ofOwn(looksAfter);
        jdbi.useHandle(h -> h.createQuery("""
                        SELECT s.opened_at, s.answered_at FROM service_case s
                        WHERE s.vertical_id = :vertical AND s.opened_at >= :from AND s.opened_at < :until AND s.answered_at IS NOT NULL
                          AND s.merged_into IS NULL%s""".formatted(own))
                .bind("vertical", verticalId)
                .bind("from", CaseDao.at(from))
                .bind("until", CaseDao.at(until))
                .map((row, _) -> Map.entry(time(row, "opened_at"), time(row, "answered_at")))
                .forEach(one -> openedAndAnswered.accept(one.getKey(), one.getValue())));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static String ofOwn(@Nullable Long looksAfter) {
        return looksAfter == null
                ? ""
                : " AND s.customer_id IN (SELECT c.id FROM customer c WHERE c.owner_user_id = " + looksAfter + ")";
    }
}

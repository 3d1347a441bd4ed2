package org.clientele.churn.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.clientele.churn.Loss;
import org.clientele.churn.LossCount;
import org.clientele.churn.LossReason;
import org.clientele.churn.WinBack;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Customers who were lost. */
@Repository
public class LossDao {
    private final Jdbi jdbi;

    public LossDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A loss's number. */
    public long insert(
            int verticalId,
            long customerId,
            LocalDate lostOn,
            LossReason reason,
            @Nullable Long yearly,
            String note,
            long by,
            Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO customer_loss (vertical_id, customer_id, lost_on, reason, yearly_minor, note, recorded_by, recorded_at)
                        VALUES (:vertical, :customer, :day, :reason, :yearly, :note, :by, :at)""")
                .bind("vertical", verticalId)
                .bind("customer", customerId)
                .bind("day", lostOn)
                .bind("reason", reason.name())
                .bind("yearly", yearly)
                .bind("note", note)
                .bind("by", by)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    /** Whether it was there. */
    public boolean delete(int verticalId, long customerId, long id) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "DELETE FROM customer_loss WHERE id = :id AND customer_id = :customer AND vertical_id = :vertical")
                        .bind("id", id)
                        .bind("customer", customerId)
                        .bind("vertical", verticalId)
                        .execute()
                > 0);
    }

    /** The latest first. */
    public List<Loss> ofCustomer(long customerId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT l.id, l.customer_id, l.lost_on, l.reason, l.yearly_minor, l.note, u.display_name, l.recorded_at,
                          l.won_on, l.won_yearly_minor, l.won_by
                        FROM customer_loss l JOIN app_user u ON u.id = l.recorded_by
                        WHERE l.customer_id = :customer ORDER BY l.lost_on DESC""")
                .bind("customer", customerId)
                .map((row, context) -> read(row))
                .list());
    }

    private static Loss read(ResultSet row) throws SQLException {
        return new Loss(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getObject("lost_on", LocalDate.class),
                LossReason.valueOf(row.getString("reason")),
                row.getObject("yearly_minor", Long.class),
                row.getString("note"),
                row.getString("display_name"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                won(row));
    }

    private static @Nullable WinBack won(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("won_on", LocalDate.class);
        return on == null
                ? null
                : new WinBack(
                        on,
                        row.getObject("won_yearly_minor", Long.class),
                        Objects.requireNonNullElse(row.getString("won_by"), ""));
    }

    /** Writes down that the customer came back; false when the loss is gone, or somebody wrote it down before. */
    public boolean win(int verticalId, long customerId, long id, WinBack won) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                UPDATE customer_loss SET won_on = :on, won_yearly_minor = :yearly, won_by = :won
                                WHERE id = :id AND customer_id = :customer AND vertical_id = :vertical AND won_on IS NULL""")
                        .bind("on", won.on())
                        .bind("yearly", won.yearly())
                        .bind("won", won.by())
                        .bind("id", id)
                        .bind("customer", customerId)
                        .bind("vertical", verticalId)
                        .execute()
                > 0);
    }

    /** Whether it was written down. */
    public boolean unwin(int verticalId, long customerId, long id) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                UPDATE customer_loss SET won_on = NULL, won_yearly_minor = NULL, won_by = NULL
                                WHERE id = :id AND customer_id = :customer AND vertical_id = :vertical AND won_on IS NOT NULL""")
                        .bind("id", id)
                        .bind("customer", customerId)
                        .bind("vertical", verticalId)
                        .execute()
                > 0);
    }

    /** Who was lost last when, and did not come back since. */
    public Map<Long, LocalDate> last(int verticalId) {
        Map<Long, LocalDate> last = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT l.customer_id, l.lost_on FROM customer_loss l
                        WHERE l.vertical_id = :vertical AND l.won_on IS NULL AND NOT EXISTS (
                          SELECT 1 FROM customer_loss later WHERE later.customer_id = l.customer_id AND later.lost_on > l.lost_on)""")
                .bind("vertical", verticalId)
                .map((row, context) -> Map.entry(row.getLong(1), row.getObject(2, LocalDate.class)))
                .forEach(loss -> last.put(loss.getKey(), loss.getValue())));
        return last;
    }

    /** One month's losses for one reason. */
    private record Monthly(YearMonth month, LossCount count) {}

    /**
     * The newest month first, in it the most frequent reason first.
     *
     * @param looksAfter only of customers whom this user looks after; null: of all
     */
    public SequencedMap<YearMonth, List<LossCount>> byMonth(
            int verticalId, YearMonth first, YearMonth last, @Nullable Long looksAfter) {
        String own = looksAfter == null
                ? ""
                : " AND l.customer_id IN (SELECT c.id FROM customer c WHERE c.owner_user_id = " + looksAfter + ")";
        SequencedMap<YearMonth, List<LossCount>> months = new LinkedHashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT y, m, reason, count(*) AS customers, sum(money) AS yearly, sum(missing) AS unknown,
                          sum(back) AS won, sum(back_money) AS won_yearly, sum(back_missing) AS won_unknown FROM (
                          SELECT EXTRACT(YEAR FROM l.lost_on) AS y, EXTRACT(MONTH FROM l.lost_on) AS m, l.reason,
                            COALESCE(l.yearly_minor, 0) AS money, CASE WHEN l.yearly_minor IS NULL THEN 1 ELSE 0 END AS missing,
                            CASE WHEN l.won_on IS NULL THEN 0 ELSE 1 END AS back, COALESCE(l.won_yearly_minor, 0) AS back_money,
                            CASE WHEN l.won_on IS NOT NULL AND l.won_yearly_minor IS NULL THEN 1 ELSE 0 END AS back_missing
                          FROM customer_loss l
                          WHERE l.vertical_id = :vertical AND l.lost_on >= :first AND l.lost_on <= :last%s) lost
                        GROUP BY y, m, reason ORDER BY y DESC, m DESC, count(*) DESC, reason""".formatted(own))
                .bind("vertical", verticalId)
                .bind("first", first.atDay(1))
                .bind("last", last.atEndOfMonth())
                .map((row, context) -> new Monthly(
                        YearMonth.of(row.getInt("y"), row.getInt("m")),
                        new LossCount(
                                LossReason.valueOf(row.getString("reason")),
                                row.getLong("customers"),
                                row.getLong("yearly"),
                                row.getLong("unknown"),
                                row.getLong("won"),
                                row.getLong("won_yearly"),
                                row.getLong("won_unknown"))))
                .forEach(found -> months.computeIfAbsent(found.month(), month -> new ArrayList<>())
                        .add(found.count())));
        return months;
    }
}

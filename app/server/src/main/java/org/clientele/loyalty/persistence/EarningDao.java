package org.clientele.loyalty.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clientele.loyalty.PointsAccount;
import org.clientele.loyalty.PointsKind;
import org.clientele.loyalty.Programme;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalTables.Table;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What activities earn beside what they have earned, piece by piece; and what has grown old. */
@Repository
public class EarningDao {
    private final Jdbi jdbi;

    public EarningDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A stored activity with an amount in minor units. */
    public record Earning(long row, long customerId, LocalDate day, long amount) {}

    /** What was posted for a row. */
    public record Posted(
            long id,
            long customerId,
            PointsKind kind,
            PointsAccount from,
            PointsAccount to,
            long points,
            LocalDate day,
            long row,
            int turn,
            @Nullable Long reverses) {
        /** Whether it stands for points that the row has earned, or cost. */
        public boolean isOriginal() {
            return reverses == null;
        }
    }

    /**
     * A customer's points beside what is stored of them.
     *
     * @param due points that have expired
     * @param earned points earned within the window
     */
    public record Aged(long customerId, PointsDao.Account account, long due, long earned) {}

    public long count(Vertical vertical, Programme programme) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM " + table(vertical, programme).name())
                .mapTo(Long.class)
                .one());
    }

    /** The last row of the next piece; empty when there are no more. */
    public Optional<Long> next(Vertical vertical, Programme programme, long after, int piece) {
        return last("id", table(vertical, programme).name() + " WHERE id > :after", after, piece);
    }

    /** The last customer of the next piece of accounts; empty when there are no more. */
    public Optional<Long> nextCustomer(int verticalId, long after, int piece) {
        return last(
                "customer_id",
                "loyalty_account WHERE vertical_id = " + verticalId + " AND customer_id > :after",
                after,
                piece);
    }

    private Optional<Long> last(String key, String from, long after, int piece) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT max(piece.k) FROM (SELECT %1$s AS k FROM %2$s ORDER BY %1$s FETCH FIRST %3$d ROWS ONLY) piece"
                                .formatted(key, from, piece))
                .bind("after", after)
                .map((row, _) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .one());
    }

    /** The rows that earn. */
    public List<Earning> earnings(Vertical vertical, Programme programme, String amountField, long after, long until) {
        Table table = table(vertical, programme);
        String amount = table.column(amountField);
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, customer_id, CAST(happened_at AS DATE), %1$s FROM %2$s
                        WHERE id > :after AND id <= :until AND %1$s IS NOT NULL AND CAST(happened_at AS DATE) >= :from
                        ORDER BY id
                        """.formatted(amount, table.name()))
                .bind("after", after)
                .bind("until", until)
                .bind("from", programme.countedFrom())
                .map((row, _) ->
                        new Earning(row.getLong(1), row.getLong(2), row.getObject(3, LocalDate.class), row.getLong(4)))
                .list());
    }

    /** What was posted for these rows, in order. */
    public List<Posted> posted(int verticalId, String activity, long after, long until) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, customer_id, entry_kind, from_account, to_account, points, lot_on, activity_row, turn, reverses
                        FROM loyalty_entry
                        WHERE vertical_id = :vertical AND activity_id = :activity AND activity_row > :after AND activity_row <= :until
                        ORDER BY activity_row, turn
                        """)
                .bind("vertical", verticalId)
                .bind("activity", activity)
                .bind("after", after)
                .bind("until", until)
                .map((row, _) -> posted(row))
                .list());
    }

    private static Posted posted(ResultSet row) throws SQLException {
        return new Posted(
                row.getLong("id"),
                row.getLong("customer_id"),
                PointsKind.valueOf(row.getString("entry_kind")),
                PointsAccount.valueOf(row.getString("from_account")),
                PointsAccount.valueOf(row.getString("to_account")),
                row.getLong("points"),
                row.getObject("lot_on", LocalDate.class),
                row.getLong("activity_row"),
                row.getInt("turn"),
                row.getObject("reverses", Long.class));
    }

    /**
     * Accounts with what of them has grown old. First in, first out: what was ever used is taken from the oldest points, so that what is
     * left of those up to a day is what came in by then less all that went out.
     *
     * @param expired the last day whose points have expired
     * @param since the first day after which points count for the tier
     */
    public List<Aged> aged(int verticalId, LocalDate expired, LocalDate since, long after, long until) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT a.customer_id, a.balance, a.tier_id, a.tier_points, a.review_on,
                          CAST(COALESCE(sum(%s), 0) AS BIGINT) AS due,
                          CAST(COALESCE(sum(CASE WHEN e.lot_on <= :since THEN 0 WHEN e.from_account = 'ISSUED' THEN e.points
                            WHEN e.to_account = 'ISSUED' THEN -e.points ELSE 0 END), 0) AS BIGINT) AS earned
                        FROM loyalty_account a LEFT JOIN loyalty_entry e ON e.customer_id = a.customer_id
                        WHERE a.vertical_id = :vertical AND a.customer_id > :after AND a.customer_id <= :until
                        GROUP BY a.customer_id, a.balance, a.tier_id, a.tier_points, a.review_on
                        ORDER BY a.customer_id
                        """.formatted(LEFT))
                .bind("vertical", verticalId)
                .bind("expired", expired)
                .bind("since", since)
                .bind("after", after)
                .bind("until", until)
                .map((row, _) -> new Aged(
                        row.getLong("customer_id"), PointsDao.account(row), row.getLong("due"), row.getLong("earned")))
                .list());
    }

    /** What is left of points up to the day :expired; what was written off had been used before it was taken back. */
    private static final String LEFT = """
            CASE WHEN e.entry_kind IN ('EARN', 'BONUS')
              THEN CASE WHEN e.lot_on > :expired THEN 0 WHEN e.to_account = 'CUSTOMER' THEN e.points ELSE -e.points END
                + CASE WHEN e.from_account = 'WRITTEN_OFF' THEN e.points ELSE 0 END
              ELSE CASE WHEN e.to_account = 'CUSTOMER' THEN e.points WHEN e.from_account = 'CUSTOMER' THEN -e.points ELSE 0 END END""";

    /** A tier to be stored. */
    public record TierChange(
            long customerId, String tier, long points, boolean moved, LocalDate since, LocalDate review) {}

    public void storeTiers(List<TierChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    UPDATE loyalty_account SET tier_id = :tier, tier_points = :points, review_on = :review,
                      tier_since = CASE WHEN :moved OR tier_since IS NULL THEN CAST(:since AS DATE) ELSE tier_since END
                    WHERE customer_id = :customer
                    """);
            changes.forEach(change -> batch.bind("tier", change.tier())
                    .bind("points", change.points())
                    .bind("review", change.review())
                    .bind("moved", change.moved())
                    .bind("since", change.since())
                    .bind("customer", change.customerId())
                    .add());
            batch.execute();
        });
    }

    private static Table table(Vertical vertical, Programme programme) {
        return vertical.tables().activity(programme.activity());
    }
}

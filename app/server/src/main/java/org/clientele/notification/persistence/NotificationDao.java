package org.clientele.notification.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.common.persistence.Dialect;
import org.clientele.notification.Notice;
import org.clientele.notification.NoticeKind;
import org.clientele.notification.Notification;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Repository;

/** Who was told of what, and whether they have read it. */
@Repository
public class NotificationDao {
    private final Jdbi jdbi;
    private final Dialect dialect;

    public NotificationDao(Jdbi jdbi, Dialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    /** How somebody is to be told. */
    public record Wish(boolean bell, boolean mail) {}

    /**
     * What somebody may see of a vertical.
     *
     * @param ownOnly of customers only those whom they look after
     */
    public record Sight(int verticalId, Set<NoticeKind> kinds, boolean ownOnly) {
        public Sight {
            kinds = Set.copyOf(kinds);
        }

        private String sql() {
            String named =
                    kinds.stream().sorted().map(kind -> "'" + kind.name() + "'").collect(Collectors.joining(", "));
            String whose = ownOnly ? " AND (n.customer_id IS NULL OR k.owner_user_id = :user)" : "";
            return "(n.vertical_id = %d AND n.notice_kind IN (%s)%s)".formatted(verticalId, named, whose);
        }
    }

    /** Tells somebody; false when they were told of that event before, by whichever node. */
    public boolean add(int verticalId, long user, Notice notice, Wish wish, Instant at) {
        String once = dialect == Dialect.POSTGRESQL ? " ON CONFLICT (user_id, event_key) DO NOTHING" : "";
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                INSERT INTO notification (user_id, vertical_id, customer_id, notice_kind, event_key, place, subject, detail,
                                  happened_at, in_bell, mail_state, mail_due)
                                SELECT u.id, CAST(:vertical AS INTEGER), CAST(:customer AS BIGINT), CAST(:kind AS VARCHAR(30)),
                                  CAST(:event AS VARCHAR(200)), CAST(:place AS VARCHAR(100)), CAST(:subject AS VARCHAR(100)),
                                  CAST(:detail AS VARCHAR(300)), CAST(:at AS TIMESTAMP WITH TIME ZONE), CAST(:bell AS BOOLEAN),
                                  CAST(:mail AS VARCHAR(10)), CAST(:due AS TIMESTAMP WITH TIME ZONE)
                                FROM app_user u WHERE u.id = :user
                                  AND NOT EXISTS (SELECT 1 FROM notification n WHERE n.user_id = :user AND n.event_key = :event)
                                """ + once)
                        .bind("vertical", verticalId)
                        .bind("customer", notice.customerId())
                        .bind("kind", notice.kind().name())
                        .bind("event", notice.event())
                        .bind("place", notice.place())
                        .bind("subject", notice.subject())
                        .bind("detail", notice.detail())
                        .bind("at", at.atOffset(ZoneOffset.UTC))
                        .bind("bell", wish.bell())
                        .bind("mail", wish.mail() ? MailQueueDao.WAITING : null)
                        .bind("due", wish.mail() ? at.atOffset(ZoneOffset.UTC) : null)
                        .bind("user", user)
                        .execute()
                > 0);
    }

    /** Brings what somebody was told of the same thing, and has not read, to the front; false when there is nothing like that. */
    public boolean again(int verticalId, long user, Notice notice, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                UPDATE notification SET happened_at = :at, detail = :detail
                                WHERE user_id = :user AND read_at IS NULL AND in_bell AND vertical_id = :vertical
                                  AND notice_kind = :kind AND place = :place""")
                        .bind("at", at.atOffset(ZoneOffset.UTC))
                        .bind("detail", notice.detail())
                        .bind("user", user)
                        .bind("vertical", verticalId)
                        .bind("kind", notice.kind().name())
                        .bind("place", notice.place())
                        .execute()
                > 0);
    }

    /** Who looks after a customer. */
    public Optional<Long> owner(long customer) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT owner_user_id FROM customer WHERE id = :customer AND owner_user_id IS NOT NULL")
                .bind("customer", customer)
                .mapTo(Long.class)
                .findOne());
    }

    /** The newest first. */
    public List<Notification> newest(long user, List<Sight> sights, int limit) {
        if (sights.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT n.id, n.notice_kind, v.vertical_key, n.customer_id, COALESCE(k.name, k.ref, '') AS customer, n.place,
                          n.subject, n.detail, n.happened_at, n.read_at
                        FROM notification n JOIN vertical v ON v.id = n.vertical_id LEFT JOIN customer k ON k.id = n.customer_id
                        WHERE n.user_id = :user AND n.in_bell AND (%s)
                        ORDER BY n.happened_at DESC, n.id DESC FETCH FIRST :limit ROWS ONLY""".formatted(seen(sights)))
                .bind("user", user)
                .bind("limit", limit)
                .map((row, _) -> read(row))
                .list());
    }

    /** How many are unread, counted no further than to the most. */
    public int unread(long user, List<Sight> sights, int most) {
        if (sights.isEmpty()) {
            return 0;
        }
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) FROM (
                          SELECT n.id FROM notification n LEFT JOIN customer k ON k.id = n.customer_id
                          WHERE n.user_id = :user AND n.read_at IS NULL AND n.in_bell AND (%s)
                          FETCH FIRST :most ROWS ONLY) f""".formatted(seen(sights)))
                .bind("user", user)
                .bind("most", most)
                .mapTo(Integer.class)
                .one());
    }

    private static String seen(List<Sight> sights) {
        return sights.stream().map(Sight::sql).collect(Collectors.joining(" OR "));
    }

    static Notification read(ResultSet row) throws SQLException {
        return new Notification(
                row.getLong("id"),
                NoticeKind.valueOf(row.getString("notice_kind")),
                row.getString("vertical_key"),
                row.getObject("customer_id", Long.class),
                row.getString("customer"),
                row.getString("place"),
                row.getString("subject"),
                row.getString("detail"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getObject("read_at") == null);
    }

    /** False when the user has none such that is unread. */
    public boolean read(long user, long id, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "UPDATE notification SET read_at = :now WHERE id = :id AND user_id = :user AND read_at IS NULL")
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .bind("id", id)
                        .bind("user", user)
                        .execute()
                > 0);
    }

    /** How many there were. */
    public int readAll(long user, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                        "UPDATE notification SET read_at = :now WHERE user_id = :user AND read_at IS NULL")
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("user", user)
                .execute());
    }

    /** Forgets what happened before. */
    public int forget(Instant before) {
        return jdbi.withHandle(handle -> handle.createUpdate("DELETE FROM notification WHERE happened_at < :before")
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .execute());
    }
}

package org.clientele.notification.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.notification.Notification;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Repository;

/** Notifications that are to go by mail, and what became of them. */
@Repository
public class MailQueueDao {
    public static final String WAITING = "WAITING";
    public static final String SENT = "SENT";
    /** Tried as often as may be. */
    public static final String GIVEN_UP = "GIVEN_UP";
    /** Who was to get it may not hear of it any more, or wants no mail. */
    public static final String DROPPED = "DROPPED";

    private final Jdbi jdbi;

    public MailQueueDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A mail to be sent.
     *
     * @param tries how often it was tried
     */
    public record Waiting(long id, long userId, int tries, Notification told) {}

    /** Some of those that are due, the longest due first. */
    public List<Waiting> due(Instant now, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT n.id, n.user_id, n.mail_tries, n.notice_kind, v.vertical_key, n.customer_id, '' AS customer, n.place,
                          n.subject, n.detail, n.happened_at, n.read_at
                        FROM notification n JOIN vertical v ON v.id = n.vertical_id
                        WHERE n.mail_state = :waiting AND n.mail_due <= :now
                        ORDER BY n.mail_due, n.id FETCH FIRST :limit ROWS ONLY""")
                .bind("waiting", WAITING)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("limit", limit)
                .map((row, _) -> new Waiting(
                        row.getLong("id"), row.getLong("user_id"), row.getInt("mail_tries"), NotificationDao.read(row)))
                .list());
    }

    /** Counts a try that is about to be made; false when another node makes it. */
    public boolean claim(long id, int tries, Instant next) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                UPDATE notification SET mail_tries = mail_tries + 1, mail_due = :next
                                WHERE id = :id AND mail_tries = :tries AND mail_state = :waiting""")
                        .bind("next", next.atOffset(ZoneOffset.UTC))
                        .bind("id", id)
                        .bind("tries", tries)
                        .bind("waiting", WAITING)
                        .execute()
                > 0);
    }

    /** Notes what became of it. */
    public void end(long id, String state) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE notification SET mail_state = :state, mail_due = NULL WHERE id = :id")
                .bind("state", state)
                .bind("id", id)
                .execute());
    }

    /** How many there are of each state. */
    public Map<String, Long> counts() {
        return jdbi.withHandle(handle -> {
            Map<String, Long> counts = new HashMap<>();
            handle.createQuery(
                            "SELECT mail_state, count(*) FROM notification WHERE mail_state IS NOT NULL GROUP BY mail_state")
                    .map((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                    .forEach(count -> counts.put(count.getKey(), count.getValue()));
            return counts;
        });
    }
}

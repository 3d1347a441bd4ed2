package org.clientele.notification.persistence;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.notification.NoticeChoice;
import org.clientele.notification.NoticeKind;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** How people want to be told. */
@Repository
public class NotificationSettingDao {
    private final Jdbi jdbi;

    public NotificationSettingDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What people chose for a kind, by user; who chose nothing is not among them. */
    public Map<Long, NoticeChoice> choices(NoticeKind kind) {
        return jdbi.withHandle(handle -> {
            Map<Long, NoticeChoice> choices = new HashMap<>();
            handle.createQuery("SELECT user_id, by_bell, by_mail FROM notification_choice WHERE notice_kind = :kind")
                    .bind("kind", kind.name())
                    .map((row, _) -> Map.entry(row.getLong(1), new NoticeChoice(row.getBoolean(2), row.getBoolean(3))))
                    .forEach(choice -> choices.put(choice.getKey(), choice.getValue()));
            return choices;
        });
    }

    /** What somebody chose, by kind; kinds without a choice are not among them. */
    public Map<NoticeKind, NoticeChoice> choices(long user) {
        return jdbi.withHandle(handle -> {
            Map<NoticeKind, NoticeChoice> choices = new HashMap<>();
            handle.createQuery("SELECT notice_kind, by_bell, by_mail FROM notification_choice WHERE user_id = :user")
                    .bind("user", user)
                    .map((row, _) -> Map.entry(
                            NoticeKind.valueOf(row.getString(1)),
                            new NoticeChoice(row.getBoolean(2), row.getBoolean(3))))
                    .forEach(choice -> choices.put(choice.getKey(), choice.getValue()));
            return choices;
        });
    }

    /** Replaces all that somebody chose. */
    public void choose(long user, Map<NoticeKind, NoticeChoice> choices) {
        jdbi.useHandle(handle -> {
            handle.execute("DELETE FROM notification_choice WHERE user_id = ?", user);
            choices.forEach((kind, choice) -> handle.execute(
                    "INSERT INTO notification_choice (user_id, notice_kind, by_bell, by_mail) VALUES (?, ?, ?, ?)",
                    user,
                    kind.name(),
                    choice.bell(),
                    choice.mail()));
        });
    }

    public Optional<String> address(long user) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT mail_address FROM notification_address WHERE user_id = :user")
                        .bind("user", user)
                        .mapTo(String.class)
                        .findOne());
    }

    /** Who gets mail at all. */
    public Set<Long> withAddress() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT user_id FROM notification_address")
                .mapTo(Long.class)
                .set());
    }

    /** Replaces the address; null: no mail any more. */
    public void setAddress(long user, @Nullable String address) {
        jdbi.useHandle(handle -> {
            handle.execute("DELETE FROM notification_address WHERE user_id = ?", user);
            if (address != null) {
                handle.execute("INSERT INTO notification_address (user_id, mail_address) VALUES (?, ?)", user, address);
            }
        });
    }
}

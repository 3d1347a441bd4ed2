package org.clientele.access.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.clientele.access.OneTimeLink;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** One-time links, known by the hash of their token only. */
@Repository
public class OneTimeLinkDao {
    private final Jdbi jdbi;

    public OneTimeLinkDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public void insert(
            String tokenHash, OneTimeLink.Purpose purpose, @Nullable Long userId, Instant now, Instant expires) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO one_time_link (token_hash, purpose, user_id, created_at, expires_at)
                        VALUES (:hash, :purpose, :user, :now, :expires)
                        """)
                .bind("hash", tokenHash)
                .bind("purpose", purpose.name())
                .bind("user", userId)
                .bind("now", utc(now))
                .bind("expires", utc(expires))
                .execute());
    }

    /** The link, if it can still be used. */
    public Optional<OneTimeLink> findAlive(String tokenHash, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT purpose, user_id FROM one_time_link
                        WHERE token_hash = :hash AND used_at IS NULL AND expires_at > :now
                        """)
                .bind("hash", tokenHash)
                .bind("now", utc(now))
                .map((row, context) -> new OneTimeLink(
                        OneTimeLink.Purpose.valueOf(row.getString("purpose")),
                        row.getObject("user_id") == null ? null : row.getLong("user_id")))
                .findOne());
    }

    /** Uses the link up; of two who try at the same time one gets false. */
    public boolean use(String tokenHash, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                UPDATE one_time_link SET used_at = :now
                                WHERE token_hash = :hash AND used_at IS NULL AND expires_at > :now
                                """)
                        .bind("hash", tokenHash)
                        .bind("now", utc(now))
                        .execute()
                == 1);
    }

    /** Ends all links that make the first administrator. */
    public void endSetupLinks(Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE one_time_link SET used_at = :now WHERE user_id IS NULL AND used_at IS NULL")
                .bind("now", utc(now))
                .execute());
    }

    /** Ends all links of a user. */
    public void endLinksOf(long userId, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE one_time_link SET used_at = :now WHERE user_id = :user AND used_at IS NULL")
                .bind("now", utc(now))
                .bind("user", userId)
                .execute());
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}

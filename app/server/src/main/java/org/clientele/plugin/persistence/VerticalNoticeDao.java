package org.clientele.plugin.persistence;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.clientele.plugin.VerticalNotice;
import org.clientele.plugin.VerticalNotice.Happened;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Repository;

/** What became of verticals that are not there. */
@Repository
public class VerticalNoticeDao {
    private final Jdbi jdbi;

    public VerticalNoticeDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Optional<VerticalNotice> find(String key) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT vertical_key, happened, name_en, name_zh, done_by, done_at, reason, role_limits
                        FROM vertical_notice
                        WHERE vertical_key = :key
                        """)
                .bind("key", key)
                .map((row, _) -> new VerticalNotice(
                        row.getString("vertical_key"),
                        Happened.valueOf(row.getString("happened")),
                        row.getString("name_en"),
                        row.getString("name_zh"),
                        row.getString("done_by"),
                        row.getObject("done_at", OffsetDateTime.class).toInstant(),
                        row.getString("reason"),
                        RoleLimitsText.read(row.getString("role_limits"))))
                .findOne());
    }

    /** Keeps the notice in place of an earlier one. */
    public void save(VerticalNotice notice) {
        delete(notice.verticalKey());
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO vertical_notice (vertical_key, happened, name_en, name_zh, done_by, done_at, reason, role_limits)
                        VALUES (:key, :happened, :nameEn, :nameZh, :by, :at, :reason, :limits)
                        """)
                .bind("key", notice.verticalKey())
                .bind("happened", notice.happened().name())
                .bind("nameEn", notice.nameEn())
                .bind("nameZh", notice.nameZh())
                .bind("by", notice.by())
                .bind("at", notice.at().atOffset(ZoneOffset.UTC))
                .bind("reason", notice.reason())
                .bind("limits", RoleLimitsText.write(notice.limits()))
                .execute());
    }

    public void delete(String key) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM vertical_notice WHERE vertical_key = :key")
                .bind("key", key)
                .execute());
    }
}

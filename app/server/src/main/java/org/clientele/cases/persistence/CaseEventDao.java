package org.clientele.cases.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.clientele.cases.CaseEvent;
import org.clientele.cases.CaseEvent.Kind;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What was done with cases. */
@Repository
public class CaseEventDao {
    private final Jdbi jdbi;

    public CaseEventDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public void insert(
            long caseId,
            Instant at,
            @Nullable Long actor,
            Kind kind,
            @Nullable String before,
            @Nullable String after,
            String note) {
        jdbi.useHandle(h -> h.createUpdate("""
                        INSERT INTO case_event (case_id, happened_at, actor_id, event_kind, before_state, after_state, note)
                        VALUES (:case, :at, :actor, :kind, :before, :after, :note)""")
                .bind("case", caseId)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("actor", actor)
                .bind("kind", kind.name())
                .bind("before", before)
                .bind("after", after)
                .bind("note", note)
                .execute());
    }

    /** In the order in which it happened. */
    public List<CaseEvent> of(long caseId) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT e.id, e.happened_at, u.display_name, e.event_kind, e.before_state, e.after_state, e.note
                        FROM case_event e LEFT JOIN app_user u ON u.id = e.actor_id WHERE e.case_id = :case ORDER BY e.id""")
                .bind("case", caseId)
                .map((row, _) -> new CaseEvent(
                        row.getLong("id"),
                        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                        row.getString("display_name"),
                        Kind.valueOf(row.getString("event_kind")),
                        row.getString("before_state"),
                        row.getString("after_state"),
                        row.getString("note")))
                .list());
    }
}

package org.clientele.consent.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.clientele.consent.Consent;
import org.clientele.consent.ConsentDecision;
import org.clientele.consent.ConsentTopic;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What customers allow. */
@Repository
public class ConsentDao {
    private final Jdbi jdbi;

    public ConsentDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public void insert(
            int verticalId,
            long customerId,
            ConsentTopic topic,
            ConsentDecision decision,
            @Nullable String channel,
            String note,
            long by,
            Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO consent (vertical_id, customer_id, topic, decision, channel, recorded_at, recorded_by, note)
                        VALUES (:vertical, :customer, :topic, :decision, :channel, :at, :by, :note)""")
                .bind("vertical", verticalId)
                .bind("customer", customerId)
                .bind("topic", topic.name())
                .bind("decision", decision.name())
                .bind("channel", channel)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("by", by)
                .bind("note", note)
                .execute());
    }

    /** Newest first. */
    public List<Consent> history(int verticalId, long customerId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT c.id, c.topic, c.decision, c.channel, c.recorded_at, u.display_name, c.note
                        FROM consent c JOIN app_user u ON u.id = c.recorded_by
                        WHERE c.customer_id = :customer AND c.vertical_id = :vertical ORDER BY c.id DESC""")
                .bind("customer", customerId)
                .bind("vertical", verticalId)
                .map((row, context) -> new Consent(
                        row.getLong("id"),
                        ConsentTopic.valueOf(row.getString("topic")),
                        ConsentDecision.valueOf(row.getString("decision")),
                        row.getString("channel"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("display_name"),
                        row.getString("note")))
                .list());
    }

    /** The customers whose newest word on the topic is a refusal. */
    public Set<Long> refused(int verticalId, ConsentTopic topic) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT c.customer_id FROM consent c
                        WHERE c.vertical_id = :vertical AND c.topic = :topic AND c.decision = 'REFUSED' AND NOT EXISTS (
                          SELECT 1 FROM consent n WHERE n.customer_id = c.customer_id AND n.topic = c.topic AND n.id > c.id)""")
                .bind("vertical", verticalId)
                .bind("topic", topic.name())
                .mapTo(Long.class)
                .set());
    }
}

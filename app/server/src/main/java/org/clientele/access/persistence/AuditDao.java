package org.clientele.access.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.access.AuditErasure;
import org.clientele.access.AuditEvent;
import org.clientele.access.AuditTrail.Verdict;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Repository;

/** The audit chain. Events are only ever added. */
@Repository
public class AuditDao {
    private static final String START = "0".repeat(64);

    private final Jdbi jdbi;

    public AuditDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Adds events to the end of the chain; whoever appends at the same time waits for this transaction. */
    public void append(List<AuditEvent> events) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("UPDATE audit_head SET events = events + :added WHERE id = 1")
                    .bind("added", events.size())
                    .execute();
            String hash = headHash(handle);
            for (AuditEvent event : events) {
                String next = event.hashAfter(hash);
                insert(handle, event, hash, next);
                hash = next;
            }
            handle.createUpdate("UPDATE audit_head SET event_hash = :hash WHERE id = 1")
                    .bind("hash", hash)
                    .execute();
        });
    }

    /** Recomputes the chain from its first event, without holding it in memory. */
    public Verdict verify() {
        return jdbi.withHandle(handle -> {
            Verdict verdict;
            try (var links = handle.createQuery("""
                            SELECT id, happened_at, actor, action_key, subject, before_state, after_state,
                                   previous_hash, event_hash, redacted
                            FROM audit_event
                            ORDER BY id
                            """).setFetchSize(1000).map((row, context) -> link(row)).stream()) {
                verdict = verify(links.iterator(), headHash(handle));
            }
            return verdict;
        });
    }

    /** States that were taken out are answered for by a later erasure of their subject; otherwise somebody emptied them. */
    private static Verdict verify(Iterator<Link> links, String head) {
        String hash = START;
        long count = 0;
        Map<String, Long> unanswered = new LinkedHashMap<>();
        while (links.hasNext()) {
            Link link = links.next();
            AuditEvent event = link.event();
            String expected = link.redacted() ? link.hash() : event.hashAfter(hash);
            boolean emptied = link.redacted() && (event.before() != null || event.after() != null);
            if (emptied || !link.previousHash().equals(hash) || !link.hash().equals(expected)) {
                return new Verdict.Broken(link.id());
            }
            if (link.redacted()) {
                unanswered.putIfAbsent(event.subject(), link.id());
            } else if (event.action().equals(AuditErasure.ACTION)) {
                unanswered.remove(event.subject());
            }
            hash = expected;
            count++;
        }
        if (!unanswered.isEmpty()) {
            return new Verdict.Broken(unanswered.values().iterator().next());
        }
        return hash.equals(head) ? new Verdict.Intact(count) : new Verdict.Broken(0);
    }

    /** Takes the states out of the events of a subject that have any, but for erasures before; how many. */
    public int redact(String subject) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE audit_event SET before_state = NULL, after_state = NULL, redacted = TRUE
                        WHERE subject = :subject AND action_key <> :erasure AND redacted = FALSE
                          AND (before_state IS NOT NULL OR after_state IS NOT NULL)""")
                .bind("subject", subject)
                .bind("erasure", AuditErasure.ACTION)
                .execute());
    }

    private static String headHash(Handle handle) {
        return handle.createQuery("SELECT event_hash FROM audit_head WHERE id = 1")
                .mapTo(String.class)
                .one();
    }

    private static void insert(Handle handle, AuditEvent event, String previous, String hash) {
        handle.createUpdate("""
                        INSERT INTO audit_event (happened_at, actor, action_key, subject, before_state, after_state,
                                                 previous_hash, event_hash)
                        VALUES (:at, :actor, :action, :subject, :before, :after, :previous, :hash)
                        """)
                .bind("at", OffsetDateTime.ofInstant(event.happenedAt(), ZoneOffset.UTC))
                .bind("actor", event.actor())
                .bind("action", event.action())
                .bind("subject", event.subject())
                .bind("before", event.before())
                .bind("after", event.after())
                .bind("previous", previous)
                .bind("hash", hash)
                .execute();
    }

    private static Link link(ResultSet row) throws SQLException {
        Instant at = row.getObject("happened_at", OffsetDateTime.class).toInstant();
        AuditEvent event = new AuditEvent(
                at,
                row.getString("actor"),
                row.getString("action_key"),
                row.getString("subject"),
                row.getString("before_state"),
                row.getString("after_state"));
        return new Link(
                row.getLong("id"),
                event,
                row.getString("previous_hash"),
                row.getString("event_hash"),
                row.getBoolean("redacted"));
    }

    private record Link(long id, AuditEvent event, String previousHash, String hash, boolean redacted) {}
}

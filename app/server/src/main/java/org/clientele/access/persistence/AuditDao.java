package org.clientele.access.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
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
                                   previous_hash, event_hash
                            FROM audit_event
                            ORDER BY id
                            """).setFetchSize(1000).map((row, context) -> link(row)).stream()) {
                verdict = verify(links.iterator(), headHash(handle));
            }
            return verdict;
        });
    }

    private static Verdict verify(Iterator<Link> links, String head) {
        String hash = START;
        long count = 0;
        while (links.hasNext()) {
            Link link = links.next();
            String expected = link.event().hashAfter(hash);
            if (!link.previousHash().equals(hash) || !link.hash().equals(expected)) {
                return new Verdict.Broken(link.id());
            }
            hash = expected;
            count++;
        }
        return hash.equals(head) ? new Verdict.Intact(count) : new Verdict.Broken(0);
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
        return new Link(row.getLong("id"), event, row.getString("previous_hash"), row.getString("event_hash"));
    }

    private record Link(long id, AuditEvent event, String previousHash, String hash) {}
}

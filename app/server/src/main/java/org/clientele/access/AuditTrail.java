package org.clientele.access;

import org.clientele.access.persistence.AuditDao;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proves that nobody has changed, removed or slipped in an audit event. */
@Service
public class AuditTrail {
    private final AuditDao events;
    private final Rights rights;

    AuditTrail(AuditDao events, Rights rights) {
        this.events = events;
        this.rights = rights;
    }

    /** Recomputes the whole chain. Administrators only. */
    @Transactional(readOnly = true)
    public Verdict verify() {
        rights.require(Permission.MANAGE_USERS, Grant.EVERYWHERE);
        return events.verify();
    }

    /** What a verification found. */
    public sealed interface Verdict {
        /** Every event is as it was written. */
        record Intact(long events) implements Verdict {}

        /**
         * Something was tampered with.
         *
         * @param eventId the first event that does not continue the chain; 0 when the newest events are missing
         */
        record Broken(long eventId) implements Verdict {}
    }
}

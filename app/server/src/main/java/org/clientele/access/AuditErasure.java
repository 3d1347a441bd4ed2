package org.clientele.access;

import org.clientele.access.persistence.AuditDao;
import org.springframework.stereotype.Component;

/**
 * Takes the states out of audit events about somebody who is erased. The events keep their place: the chain stays provable, as long as an event of
 * {@link #ACTION} on the same subject follows, which the caller records.
 */
@Component
public class AuditErasure {
    /** The event that answers for states taken out. */
    public static final String ACTION = "customer.erase";

    private final AuditDao events;

    public AuditErasure(AuditDao events) {
        this.events = events;
    }

    /** How many events of the subject had states; in the caller's transaction. Callers check rights. */
    public int redact(String subject) {
        return events.redact(subject);
    }
}

package org.clientele.access;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.clientele.access.persistence.AuditDao;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Chains the events of a transaction just before its commit: they stand or fall with the change, and the end of the chain is
 * locked only for that moment, not for the length of an import.
 */
@Component
class ChainedAudit implements Audit {
    private static final int STATE_LENGTH = 8000;
    private static final String CUT = " …";

    private final AuditDao events;
    private final CurrentRights rights;
    private final Clock clock;

    ChainedAudit(AuditDao events, CurrentRights rights, Clock clock) {
        this.events = events;
        this.rights = rights;
        this.clock = clock;
    }

    @Override
    public void record(String action, String subject, @Nullable String before, @Nullable String after) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "%s on %s is recorded outside a transaction; make the service's method @Transactional"
                            .formatted(action, subject));
        }
        String actor = rights.find().map(User::login).orElse("system");
        pending()
                .add(new AuditEvent(
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        actor,
                        action,
                        subject,
                        fitting(before),
                        fitting(after)));
    }

    private static @Nullable String fitting(@Nullable String state) {
        return state == null || state.length() <= STATE_LENGTH
                ? state
                : state.substring(0, STATE_LENGTH - CUT.length()) + CUT;
    }

    private List<AuditEvent> pending() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Writer.class::isInstance)
                .map(Writer.class::cast)
                .filter(writer -> writer.target == events)
                .findFirst()
                .orElseGet(this::newWriter)
                .events;
    }

    private Writer newWriter() {
        Writer writer = new Writer(events);
        TransactionSynchronizationManager.registerSynchronization(writer);
        return writer;
    }

    /** Spring suspends and resumes synchronizations with their transaction, so a nested one has its own. */
    private static final class Writer implements TransactionSynchronization {
        private final AuditDao target;
        private final List<AuditEvent> events = new ArrayList<>();

        Writer(AuditDao target) {
            this.target = target;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            target.append(events);
        }
    }
}

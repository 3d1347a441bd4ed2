package org.clientele.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.clientele.cases.persistence.ClockDao;
import org.clientele.cases.persistence.ClockDao.Due;
import org.clientele.common.Announcements;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds the cases that have become late, and tells: whoever has them, then managers. Each is told of once, whichever node looks. */
@Component
public class CaseEscalation {
    private static final Logger LOG = LoggerFactory.getLogger(CaseEscalation.class);
    private static final int PIECE = 200;

    private final ClockDao clocks;
    private final CaseWinder winder;
    private final Verticals verticals;
    private final Announcements announcements;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CaseEscalation(
            ClockDao clocks,
            CaseWinder winder,
            Verticals verticals,
            Announcements announcements,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.clocks = clocks;
        this.winder = winder;
        this.verticals = verticals;
        this.announcements = announcements;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Reads every clock that is to be read by now; a case that fails costs itself until the next time. Disabled verticals wait. */
    public void run(BooleanSupplier cancelled) {
        Instant now = clock.instant();
        verticals.enabled().forEach(vertical -> run(vertical, now, cancelled));
    }

    private void run(Vertical vertical, Instant now, BooleanSupplier cancelled) {
        List<Due> piece = clocks.due(vertical.id(), now, PIECE);
        while (!piece.isEmpty() && !cancelled.getAsBoolean()) {
            long done = piece.stream().filter(due -> read(due, vertical, now)).count();
            piece = done == 0 ? List.of() : clocks.due(vertical.id(), now, PIECE);
        }
    }

    private boolean read(Due due, Vertical vertical, Instant now) {
        try {
            transactions.executeWithoutResult(_ -> clocks.lock(due, now).ifPresent(one -> {
                boolean later = due.fresh() ? winder.windFresh(vertical, one, now) : winder.wind(vertical, one, now);
                if (later) {
                    announcements.publish(new CasesChanged(vertical.key(), one.customerId()));
                }
            }));
            return true;
        } catch (RuntimeException failure) {
            LOG.warn("The clocks of case {} of vertical {} could not be read", due.number(), vertical.key(), failure);
            return false;
        }
    }
}

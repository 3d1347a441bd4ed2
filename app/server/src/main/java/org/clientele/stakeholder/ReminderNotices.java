package org.clientele.stakeholder;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.clientele.common.Announcements;
import org.clientele.notification.Audience;
import org.clientele.notification.Notice;
import org.clientele.notification.NoticeKind;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells whoever looks after a party, or managers where nobody does, on the day on which something is due for it; once, whichever node looks. */
@Component
public class ReminderNotices {
    /** What was due longer ago rings for nobody: it was told then, or came with an import. */
    private static final int DAYS_BACK = 7;

    private static final Logger LOG = LoggerFactory.getLogger(ReminderNotices.class);

    private final Reminders reminders;
    private final Verticals verticals;
    private final Announcements announcements;
    private final TransactionTemplate transactions;
    private final Clock clock;

    public ReminderNotices(
            Reminders reminders,
            Verticals verticals,
            Announcements announcements,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.reminders = reminders;
        this.verticals = verticals;
        this.announcements = announcements;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Looks at every enabled vertical; one that fails costs itself until the next time. */
    public void run(BooleanSupplier cancelled) {
        LocalDate today = LocalDate.now(clock);
        for (Vertical vertical : verticals.enabled()) {
            if (cancelled.getAsBoolean()) {
                return;
            }
            try {
                transactions.executeWithoutResult(status -> tell(vertical, today));
            } catch (RuntimeException failure) {
                LOG.warn("What is due for parties of vertical {} could not be told", vertical.key(), failure);
            }
        }
    }

    private void tell(Vertical vertical, LocalDate today) {
        reminders.due(vertical, today).stream()
                .filter(reminder -> reminder.dueOn().isAfter(today.minusDays(DAYS_BACK)))
                .forEach(reminder -> announcements.publish(notice(vertical, reminder)));
    }

    private static Notice notice(Vertical vertical, Reminder reminder) {
        Long owner = reminder.ownerId();
        String name = reminder.party().data().name();
        return new Notice(
                NoticeKind.PARTY_DUE,
                vertical.key(),
                null,
                "party %s %d %s".formatted(reminder.kind(), reminder.rowId(), reminder.dueOn()),
                Long.toString(reminder.party().id()),
                "",
                reminder.title().isEmpty() ? name : name + " · " + reminder.title(),
                owner == null ? Audience.of(Set.of()).andManagers() : Audience.of(Set.of(owner)));
    }
}

package org.clientele.churn;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.clientele.access.Audit;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.churn.persistence.LossDao;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.clientele.customer.OwnCustomers;
import org.clientele.plugin.Vertical;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Customers who were lost: when, why, with how much money. Whoever sees only own customers sees only their losses. */
@Service
public class Losses {
    public static final int NOTE_LENGTH = 1_000;
    /** A report goes no further back. */
    public static final int MOST_MONTHS = 36;

    private final LossDao losses;
    private final OwnCustomers own;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;
    private final Clock clock;

    public Losses(
            LossDao losses, OwnCustomers own, Rights rights, Audit audit, Announcements announcements, Clock clock) {
        this.losses = losses;
        this.own = own;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Whether the user may record losses. */
    public boolean mayRecord(String verticalKey) {
        return rights.may(Permission.LOG_INTERACTION, verticalKey);
    }

    /** A customer's losses, the latest first. */
    public List<Loss> ofCustomer(Vertical vertical, long customerId) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        own.require(vertical, customerId);
        return losses.ofCustomer(customerId);
    }

    /**
     * Records that a customer was lost.
     *
     * @param yearly what they brought in a year, minor units, or null: not known
     * @return the loss's id
     */
    @Transactional
    public long record(
            Vertical vertical,
            long customerId,
            LocalDate lostOn,
            LossReason reason,
            @Nullable Long yearly,
            String note) {
        rights.require(Permission.LOG_INTERACTION, vertical.key());
        own.require(vertical, customerId);
        if (lostOn.isAfter(LocalDate.now(clock))) {
            throw new Problem("churn.problem.future", lostOn);
        }
        if (yearly != null && yearly < 0) {
            throw new Problem("churn.problem.negative");
        }
        if (note.length() > NOTE_LENGTH) {
            throw new Problem("churn.problem.note", note.length(), NOTE_LENGTH);
        }
        if (losses.ofCustomer(customerId).stream()
                .anyMatch(loss -> loss.lostOn().equals(lostOn))) {
            throw new Problem("churn.problem.twice", lostOn);
        }
        long id = losses.insert(
                vertical.id(),
                customerId,
                lostOn,
                reason,
                yearly,
                note.strip(),
                rights.user().id(),
                clock.instant());
        audit.record("churn.loss", "customer " + customerId, null, reason + " " + lostOn);
        announcements.publish(new LossesChanged(vertical.key(), customerId));
        return id;
    }

    /** Takes back that a customer was lost. */
    @Transactional
    public void takeBack(Vertical vertical, long customerId, long id) {
        rights.require(Permission.LOG_INTERACTION, vertical.key());
        own.require(vertical, customerId);
        if (!losses.delete(vertical.id(), customerId, id)) {
            throw new Problem("churn.problem.gone");
        }
        audit.record("churn.loss", "customer " + customerId, "loss " + id, null);
        announcements.publish(new LossesChanged(vertical.key(), customerId));
    }

    /** Records once more what was taken back, with the return of the customer. */
    @Transactional
    public void restore(Vertical vertical, Loss loss) {
        long id = record(vertical, loss.customerId(), loss.lostOn(), loss.reason(), loss.yearly(), loss.note());
        WinBack won = loss.won();
        if (won != null) {
            winBack(vertical, loss.customerId(), id, won);
        }
    }

    /** Writes down that a lost customer came back. */
    @Transactional
    public void winBack(Vertical vertical, long customerId, long id, WinBack won) {
        rights.require(Permission.LOG_INTERACTION, vertical.key());
        own.require(vertical, customerId);
        Loss loss = losses.ofCustomer(customerId).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new Problem("churn.problem.gone"));
        if (won.on().isAfter(LocalDate.now(clock)) || won.on().isBefore(loss.lostOn())) {
            throw new Problem("churn.problem.won-day", won.on(), loss.lostOn());
        }
        if (won.yearly() != null && won.yearly() < 0) {
            throw new Problem("churn.problem.negative");
        }
        if (won.by().length() > WinBack.BY_LENGTH) {
            throw new Problem("churn.problem.note", won.by().length(), WinBack.BY_LENGTH);
        }
        if (!losses.win(vertical.id(), customerId, id, won)) {
            throw new Problem("churn.problem.won-before");
        }
        tell(vertical, customerId, null, "won back " + won.on());
    }

    /** Takes back that a customer came back. */
    @Transactional
    public void takeBackWin(Vertical vertical, long customerId, long id) {
        rights.require(Permission.LOG_INTERACTION, vertical.key());
        own.require(vertical, customerId);
        if (!losses.unwin(vertical.id(), customerId, id)) {
            throw new Problem("churn.problem.gone");
        }
        tell(vertical, customerId, "won back, loss " + id, null);
    }

    private void tell(Vertical vertical, long customerId, @Nullable String before, @Nullable String after) {
        audit.record("churn.won", "customer " + customerId, before, after);
        announcements.publish(new LossesChanged(vertical.key(), customerId));
    }

    /** The losses of months, both included, by reason, the most frequent first; the newest month first, months without any left out. */
    public SequencedMap<YearMonth, List<LossCount>> byMonth(Vertical vertical, YearMonth first, YearMonth last) {
        rights.require(Permission.SEE_REPORTS, vertical.key());
        YearMonth earliest = last.minusMonths(MOST_MONTHS - 1L);
        return losses.byMonth(
                vertical.id(), first.isBefore(earliest) ? earliest : first, last, rights.onlyOwner(vertical.key()));
    }

    /** Who was lost last when, whoever looks after them; nobody is asked for rights. */
    Map<Long, LocalDate> last(Vertical vertical) {
        return losses.last(vertical.id());
    }
}

package org.clientele.plugin;

import java.util.Currency;
import org.clientele.access.Audit;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.clientele.plugin.persistence.MoneyDao;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The one currency of a vertical's money: it can change as long as there is none. */
@Service
public class VerticalCurrency {
    private final EnabledVerticals enabled;
    private final VerticalStore store;
    private final MoneyDao money;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;

    VerticalCurrency(
            EnabledVerticals enabled,
            VerticalStore store,
            MoneyDao money,
            Rights rights,
            Audit audit,
            Announcements announcements) {
        this.enabled = enabled;
        this.store = store;
        this.money = money;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
    }

    /** Whether money of that currency can be stored, now or after {@link #change}. */
    public boolean takes(Vertical vertical, String currency) {
        return vertical.currency().equals(currency) || !money.holdsMoney(vertical.id());
    }

    /**
     * Makes the currency that of the vertical; needs {@link Permission#IMPORT_DATA}.
     *
     * @return the vertical as it is from the commit on
     * @throws Problem when money in another currency is stored already
     */
    @Transactional
    public Vertical change(Vertical vertical, String currency) {
        rights.require(Permission.IMPORT_DATA, vertical.key());
        Vertical current = enabled.get(vertical.key());
        if (current.currency().equals(currency)) {
            return current;
        }
        if (!takes(current, currency)) {
            throw new Problem("plugin.problem.currency-fixed", current.currency(), currency);
        }
        return set(current, currency);
    }

    /** Gives a vertical back the currency that it had, unless money is stored in the present one; callers check rights, in their transaction. */
    @Transactional
    public void giveBack(String verticalKey, String currency) {
        Vertical current = enabled.get(verticalKey);
        if (!current.currency().equals(currency) && takes(current, currency)) {
            set(current, currency);
        }
    }

    private Vertical set(Vertical current, String currency) {
        Vertical changed = new Vertical(
                current.id(),
                current.key(),
                Currency.getInstance(currency).getCurrencyCode(),
                current.asOfMode(),
                current.asOfDate(),
                current.definition(),
                current.texts(),
                current.tables());
        store.update(new VerticalSettings(
                changed.id(), changed.key(), changed.currency(), changed.asOfMode(), changed.asOfDate()));
        audit.record("vertical.currency", "vertical " + current.key(), current.currency(), changed.currency());
        afterCommit(() -> enabled.put(changed));
        announcements.publish(new VerticalsChanged(current.key()));
        return changed;
    }

    /** Registered before the announcement, so that whoever hears it sees the new currency. */
    private static void afterCommit(Runnable change) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                change.run();
            }
        });
    }
}

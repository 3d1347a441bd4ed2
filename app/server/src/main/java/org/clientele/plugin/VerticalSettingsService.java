package org.clientele.plugin;

import java.time.LocalDate;
import java.util.Objects;
import org.clientele.access.Audit;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Changes what the portal keeps of an enabled vertical. */
@Service
public class VerticalSettingsService {
    private final EnabledVerticals verticals;
    private final VerticalStore store;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;

    VerticalSettingsService(
            EnabledVerticals verticals, VerticalStore store, Rights rights, Audit audit, Announcements announcements) {
        this.verticals = verticals;
        this.store = store;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
    }

    /**
     * Sets the day that metrics and models are computed as of. Needs {@link Permission#MANAGE_PLUGINS} in the vertical.
     *
     * @param day a day for {@link AsOfMode#FIXED}, else null
     * @throws Problem when the vertical is not enabled or the day does not fit the mode
     */
    @Transactional
    public void changeAsOf(String key, AsOfMode mode, @Nullable LocalDate day) {
        rights.require(Permission.MANAGE_PLUGINS, key);
        AsOfDays.require(mode, day);
        Vertical before = verticals.get(key);
        if (before.asOfMode() == mode && Objects.equals(before.asOfDate(), day)) {
            return;
        }
        store.update(new VerticalSettings(before.id(), key, before.currency(), mode, day));
        audit.record(
                "vertical.as-of", "vertical " + key, state(before.asOfMode(), before.asOfDate()), state(mode, day));
        afterCommit(() -> verticals.setAsOf(key, mode, day));
        announcements.publish(new VerticalsChanged(key));
    }

    private static String state(AsOfMode mode, @Nullable LocalDate day) {
        return day == null ? mode.name() : mode + " " + day;
    }

    /** Registered before the announcement, so that whoever hears it sees the new day. */
    private static void afterCommit(Runnable change) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                change.run();
            }
        });
    }
}

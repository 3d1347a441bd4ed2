package org.clientele.plugin.code;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.clientele.common.Announcements;
import org.clientele.plugin.persistence.PluginFailureDao;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Remembers what failed in plugins' code, the last {@value #KEPT} failures of each, and tells everybody when one has failed as often as it
 * may. Thread-safe; never fails itself.
 */
public final class FailureLog {
    static final int KEPT = 100;
    private static final int REPORTED = 5;
    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);

    private final PluginFailureDao failures;
    private final PluginCodeProperties limits;
    private final Announcements announcements;
    private final Clock clock;
    private final TransactionTemplate transaction;

    public FailureLog(
            PluginFailureDao failures,
            PluginCodeProperties limits,
            Announcements announcements,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.failures = failures;
        this.limits = limits;
        this.announcements = announcements;
        this.clock = clock;
        // What failed is true whatever becomes of the work in which it failed.
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.transaction.setTimeout((int) TimeUnit.MINUTES.toSeconds(1));
    }

    /** Keeps the failure and, when it is one too many, announces {@link PluginFailing}. */
    public void record(PluginFailure failure) {
        Piece piece = failure.piece();
        LOG.warn(
                "Plugin {} {}: {} {} failed, {}: {}\n{}",
                piece.plugin(),
                failure.version(),
                piece.kind(),
                piece.id(),
                failure.cause(),
                failure.detail(),
                failure.place());
        try {
            transaction.executeWithoutResult(status -> {
                failures.add(failure);
                failures.prune(piece.plugin(), KEPT);
            });
        } catch (RuntimeException unwritten) {
            LOG.error("The failure of plugin {} could not be stored", piece.plugin(), unwritten);
            return;
        }
        if (recent(piece.plugin()) >= limits.failures()) {
            announcements.publish(new PluginFailing(piece.plugin()));
        }
    }

    /** The plugin's code cannot be borne any longer, whatever failed before: announces {@link PluginFailing}. */
    void giveUp(String plugin) {
        announcements.publish(new PluginFailing(plugin));
    }

    /** Failures that count towards disabling the plugin now. */
    int recent(String plugin) {
        Instant since = clock.instant().minus(limits.within());
        Instant from = failures.countedFrom(plugin).filter(since::isBefore).orElse(since);
        return failures.count(plugin, from);
    }

    /** The plugin was enabled: what failed before counts no more. */
    public void enabled(String plugin) {
        failures.enabled(plugin, clock.instant());
    }

    /** The portal disabled the plugin because it failed too often. */
    public void disabled(String plugin) {
        failures.disabled(plugin, clock.instant());
    }

    /** What failed of late, one sentence each, for the audit. */
    public String report(String plugin) {
        return failures.newest(plugin, REPORTED).stream()
                .map(f -> "%s %s %s %s: %s"
                        .formatted(f.at(), f.piece().kind(), f.piece().id(), f.cause(), f.detail()))
                .collect(Collectors.joining("; "));
    }

    /** Forgets the plugin, which is uninstalled. */
    public void forget(String plugin) {
        failures.forget(plugin);
    }
}

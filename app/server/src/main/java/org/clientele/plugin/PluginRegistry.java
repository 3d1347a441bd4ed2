package org.clientele.plugin;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.clientele.access.Audit;
import org.clientele.access.Rights;
import org.clientele.access.VerticalGrants;
import org.clientele.common.Problem;
import org.clientele.plugin.code.FailureLog;
import org.clientele.plugin.persistence.PluginDao;
import org.clientele.plugin.persistence.PluginVersionDao;
import org.clientele.plugin.persistence.VerticalNoticeDao;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which plugins are installed and enabled; every change is audited. */
@Component
class PluginRegistry {
    private final PluginDao plugins;
    private final PluginSignatures signatures;
    private final PluginVersionDao versions;
    private final VerticalNoticeDao notices;
    private final VerticalGrants grants;
    private final FailureLog failures;
    private final Followers followers;
    private final Rights rights;
    private final Audit audit;
    private final Clock clock;

    PluginRegistry(
            PluginDao plugins,
            PluginSignatures signatures,
            PluginVersionDao versions,
            VerticalNoticeDao notices,
            VerticalGrants grants,
            FailureLog failures,
            Followers followers,
            Rights rights,
            Audit audit,
            Clock clock) {
        this.plugins = plugins;
        this.signatures = signatures;
        this.versions = versions;
        this.notices = notices;
        this.grants = grants;
        this.failures = failures;
        this.followers = followers;
        this.rights = rights;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<InstalledPlugin> all() {
        return plugins.all();
    }

    @Transactional(readOnly = true)
    Optional<InstalledPlugin> find(String id) {
        return plugins.find(id);
    }

    /**
     * Keeps the jar in place of one of the same id.
     *
     * @param by login of who asked for it
     */
    @Transactional
    void replaced(String action, PluginLibrary.Found found, boolean enabled, String by) {
        save(action, found, enabled, null, by);
    }

    @Transactional
    void enabled(PluginLibrary.Found found, VerticalSettings settings) {
        notices.delete(settings.key());
        followers.tell();
        save("plugin.enable", found, true, settings, rights.user().login());
        failures.enabled(found.content().id());
    }

    @Transactional
    void disabled(InstalledPlugin plugin, VerticalNotice notice) {
        plugins.setEnabled(plugin.id(), false);
        notices.save(notice);
        followers.tell();
        audit.record("plugin.disable", subject(plugin.id()), state(plugin), state(plugin.enabled(false)));
    }

    /** The portal itself disables a plugin; what failed stands in the audit. */
    @Transactional
    void disabledFailing(InstalledPlugin plugin, VerticalNotice notice) {
        plugins.setEnabled(plugin.id(), false);
        notices.save(notice);
        followers.tell();
        failures.disabled(plugin.id());
        audit.record(
                "plugin.disable-failing",
                subject(plugin.id()),
                state(plugin),
                state(plugin.enabled(false)) + "; " + failures.report(plugin.id()));
    }

    /** Forgets the plugin and its versions; its data is kept. */
    @Transactional
    void uninstalled(String id, VerticalNotice notice) {
        forget("plugin.uninstall", id, notice, "data kept");
    }

    /**
     * Forgets the plugin, its versions and who had roles in its vertical.
     *
     * @param notice null when the one there stays
     */
    @Transactional
    void deleted(String id, @Nullable VerticalNotice notice) {
        grants.removeAll(id);
        forget("plugin.delete", id, notice, "all data deleted");
    }

    private void forget(String action, String id, @Nullable VerticalNotice notice, String outcome) {
        String before = plugins.find(id).map(PluginRegistry::state).orElse(null);
        plugins.delete(id);
        versions.deleteAll(id);
        failures.forget(id);
        signatures.forgetUnused();
        if (notice != null) {
            notices.save(notice);
        }
        audit.record(action, subject(id), before, outcome);
    }

    /** A change that was tried and came to nothing. */
    @Transactional
    void notChanged(String action, String id, String version, RuntimeException failure) {
        String state = plugins.find(id).map(PluginRegistry::state).orElse(null);
        String why = failure instanceof Problem problem
                ? problem.getMessage()
                : failure.getClass().getName();
        audit.record(action + "-failed", subject(id), state, version + " refused: " + why);
    }

    private void save(
            String action, PluginLibrary.Found found, boolean enabled, @Nullable VerticalSettings settings, String by) {
        PluginPackage content = found.content();
        InstalledPlugin now = new InstalledPlugin(
                content.id(),
                content.manifest().version(),
                content.manifest().provider(),
                enabled,
                found.trust(),
                content.digest(),
                clock.instant(),
                by);
        String before = plugins.find(content.id()).map(PluginRegistry::state).orElse(null);
        plugins.save(now, found.jar());
        signatures.keep(found.judged(), now.installedAt());
        String currency = settings == null ? "" : " " + settings.currency() + " " + settings.asOfMode();
        audit.record(action, subject(content.id()), before, state(now) + currency);
        RefusedProblem doubt = found.judged().vouching().doubt();
        if (doubt != null) {
            audit.record("plugin.developer-mode", subject(content.id()), null, action + " in spite of " + doubt.key());
        }
    }

    private static String subject(String id) {
        return "plugin " + id;
    }

    private static String state(InstalledPlugin plugin) {
        return "%s %s %s sha512 %s"
                .formatted(
                        plugin.version(), plugin.enabled() ? "enabled" : "disabled", plugin.trust(), plugin.digest());
    }
}

package org.clientele.plugin;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.clientele.plugin.PluginChange.Operation;
import org.clientele.plugin.PluginChanges.Turn;
import org.clientele.plugin.VerticalNotice.Happened;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Takes, enables and disables plugins while the portal runs. One change at a time on all nodes; enabling what is enabled and disabling what is
 * not does nothing. Needs {@link Permission#MANAGE_PLUGINS}. Not transactional as a whole, because HSQLDB commits at every table made: tables
 * come first and do no harm alone, then classes, and the registry's one transaction makes the change.
 */
@Service
public class PluginService {
    private final Rights rights;
    private final PluginLibrary library;
    private final PluginHost host;
    private final VerticalStore store;
    private final PluginRegistry registry;
    private final PluginChanges changes;
    private final VersionChange versionChange;
    private final PluginRemoval removal;
    private final VerticalNotices notices;
    private final WorkStop work;
    private final Announcements announcements;

    PluginService(
            Rights rights,
            PluginLibrary library,
            PluginHost host,
            VerticalStore store,
            PluginRegistry registry,
            PluginChanges changes,
            VersionChange versionChange,
            PluginRemoval removal,
            VerticalNotices notices,
            WorkStop work,
            Announcements announcements) {
        this.rights = rights;
        this.library = library;
        this.host = host;
        this.store = store;
        this.registry = registry;
        this.changes = changes;
        this.versionChange = versionChange;
        this.removal = removal;
        this.notices = notices;
        this.work = work;
        this.announcements = announcements;
    }

    /** Whether plugins that nobody vouches for are taken. */
    public boolean developerMode() {
        return library.developerMode();
    }

    /**
     * Judges a jar and takes it at once, for whoever knows what is in it; people see it before: {@link PluginInstaller}. A plugin that is
     * enabled is upgraded to it, any other one is not enabled.
     *
     * @throws RefusedProblem when the jar is not taken; nothing is kept of it
     */
    String upload(InputStream jar) {
        rights.requireAnywhere(Permission.MANAGE_PLUGINS);
        PluginLibrary.Found found = library.judge(jar);
        install(found, false, Milestones.UNWATCHED);
        return found.content().id();
    }

    /**
     * Puts a judged jar in the place of what is installed under its id, taking the data over.
     *
     * @param cancelWork whether running work on the vertical is cancelled rather than waited for
     */
    void install(PluginLibrary.Found found, boolean cancelWork, Milestones milestones) {
        boolean upgrade = registry.find(found.content().id()).isPresent();
        replace(found, upgrade ? "plugin.upgrade" : "plugin.install", cancelWork, milestones);
    }

    void replace(PluginLibrary.Found found, String action, boolean cancelWork, Milestones milestones) {
        String id = found.content().id();
        rights.require(Permission.MANAGE_PLUGINS, id);
        changes.alone(id, Operation.REPLACE, actor(), turn -> {
            settle(turn, cancelWork, milestones);
            versionChange.make(turn, found, rights.user().login(), action, milestones);
        });
    }

    /** What to propose to somebody who enables the plugin. */
    public EnableProposal propose(String id) {
        rights.require(Permission.MANAGE_PLUGINS, id);
        return store.find(id)
                .map(kept -> new EnableProposal(kept.currency(), store.hasData(id), kept.asOfMode(), kept.asOfDate()))
                .orElseGet(() -> new EnableProposal(
                        library.look(id).definition().currency(), false, AsOfMode.LAST_ACTIVITY, null));
    }

    /**
     * Enables a plugin on every open screen at once.
     *
     * @param currency ISO 4217 code of the vertical's money
     * @param asOfDate a day for {@link AsOfMode#FIXED}, else null
     * @throws Problem when the plugin cannot be loaded; it stays as it was
     */
    public void enable(String id, String currency, AsOfMode asOfMode, @Nullable LocalDate asOfDate) {
        enable(id, currency, asOfMode, asOfDate, Milestones.UNWATCHED);
    }

    void enable(String id, String currency, AsOfMode asOfMode, @Nullable LocalDate asOfDate, Milestones milestones) {
        rights.require(Permission.MANAGE_PLUGINS, id);
        AsOfDays.require(asOfMode, asOfDate);
        changes.alone(id, Operation.ENABLE, actor(), turn -> {
            if (!host.isLoaded(id)) {
                milestones.reached(Milestone.LOADING);
                load(turn, library.open(id), currency, asOfMode, asOfDate);
                milestones.reached(Milestone.SWITCHED);
            }
        });
    }

    /** Disables a plugin on every open screen at once, cancelling what goes on in its vertical. Its data is kept. */
    public void disable(String id) {
        disable(id, null, true, Milestones.UNWATCHED);
    }

    /** Disables a plugin that must not run any longer, and first those that cannot do without it. */
    void withdraw(String id, String reason) {
        rights.require(Permission.MANAGE_PLUGINS, id);
        host.dependents(id).forEach(dependent -> withdraw(dependent, reason));
        disable(id, reason, true, Milestones.UNWATCHED);
    }

    /**
     * Disables a plugin.
     *
     * @param reason shown to whoever has one of its screens open; null for none
     */
    void disable(String id, @Nullable String reason, boolean cancelWork, Milestones milestones) {
        rights.require(Permission.MANAGE_PLUGINS, id);
        requireNoDependents(id);
        changes.alone(id, Operation.DISABLE, actor(), turn -> {
            Optional<InstalledPlugin> enabled = registry.find(id).filter(InstalledPlugin::enabled);
            if (enabled.isPresent()) {
                settle(turn, cancelWork, milestones);
                milestones.reached(Milestone.SWITCHING);
                registry.disabled(enabled.get(), notices.of(id, Happened.DISABLED, actor(), reason));
                milestones.reached(Milestone.SWITCHED);
                host.unload(id);
                announcements.publish(new VerticalsChanged(id));
            }
        });
    }

    /**
     * Takes a plugin away.
     *
     * @param delete whether its data goes, too
     * @param reason shown to whoever has one of its screens open; null for none
     */
    void uninstall(String id, boolean delete, @Nullable String reason, boolean cancelWork, Milestones milestones) {
        rights.require(Permission.MANAGE_PLUGINS, id);
        requireNoDependents(id);
        changes.alone(id, Operation.UNINSTALL, actor(), turn -> {
            settle(turn, cancelWork || delete, milestones);
            Happened happened = delete ? Happened.DELETED : Happened.UNINSTALLED;
            VerticalNotice notice = notices.of(id, happened, actor(), reason);
            if (delete) {
                removal.delete(turn, notice, milestones);
            } else {
                removal.uninstall(turn, notice, milestones);
            }
        });
    }

    /** Disables a plugin whose code failed as often as it may; nobody asked for it, so nobody's rights are asked. */
    void disableFailing(String id) {
        changes.alone(id, Operation.DISABLE, BundledUpgrades.PORTAL, turn -> registry.find(id)
                .filter(InstalledPlugin::enabled)
                .ifPresent(plugin -> {
                    settle(turn, true, Milestones.UNWATCHED);
                    registry.disabledFailing(plugin, notices.of(id, Happened.FAILING, "", null));
                    host.unload(id);
                    announcements.publish(new VerticalsChanged(id));
                }));
    }

    private void load(
            Turn turn, PluginLibrary.Found found, String currency, AsOfMode asOfMode, @Nullable LocalDate asOfDate) {
        String id = found.content().id();
        versionChange.adopt(turn, found);
        VerticalSettings settings = store.register(id, currency, asOfMode, asOfDate);
        Vertical vertical = host.load(found, settings);
        try {
            registry.enabled(found, settings);
        } catch (RuntimeException failure) {
            host.unload(id);
            throw failure;
        }
        host.show(vertical);
        announcements.publish(new VerticalsChanged(id));
    }

    /** The enabled plugins that cannot do without this one. */
    List<String> dependents(String id) {
        return host.dependents(id);
    }

    private void requireNoDependents(String id) {
        List<String> dependents = dependents(id);
        if (!dependents.isEmpty()) {
            throw new Problem("plugin.problem.needed", id, String.join(", ", dependents));
        }
    }

    private void settle(Turn turn, boolean cancelWork, Milestones milestones) {
        store.find(turn.pluginId()).ifPresent(settings -> work.settle(turn, settings.id(), cancelWork, milestones));
    }

    private String actor() {
        return rights.user().displayName();
    }
}

package org.clientele.plugin;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.clientele.plugin.PluginChanges.Turn;
import org.clientele.plugin.PluginLibrary.Found;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts another version of a plugin in the place of the one installed, while people work. Columns are made and values copied first, which
 * nobody sees; then people stand back for a moment if values had to be converted, the last ones are taken over, the classes are loaded, and
 * one transaction makes the change. Whatever fails before it leaves the version of before, its data and its classes.
 */
@Component
class VersionChange {
    private static final Logger LOG = LoggerFactory.getLogger(VersionChange.class);

    private final PluginLibrary library;
    private final PluginRegistry registry;
    private final PluginHost host;
    private final VerticalStore store;
    private final Migrator migrator;
    private final VersionSwitch versionSwitch;
    private final VersionTidying tidying;
    private final Followers followers;
    private final Announcements announcements;
    private final ChangePace pace;

    VersionChange(
            PluginLibrary library,
            PluginRegistry registry,
            PluginHost host,
            VerticalStore store,
            Migrator migrator,
            VersionSwitch versionSwitch,
            VersionTidying tidying,
            Followers followers,
            Announcements announcements,
            ChangePace pace) {
        this.library = library;
        this.registry = registry;
        this.host = host;
        this.store = store;
        this.migrator = migrator;
        this.versionSwitch = versionSwitch;
        this.tidying = tidying;
        this.followers = followers;
        this.announcements = announcements;
        this.pace = pace;
    }

    /** What going to that version does to the data of the vertical; empty when there is none. */
    Optional<VersionSwitch.Data> data(PluginPackage content) {
        return store.find(content.id())
                .map(settings -> new VersionSwitch.Data(
                        settings.id(),
                        store.migration(
                                settings.id(), declared(content.id()), content.definition(), content.digest())));
    }

    /**
     * Makes the change; nothing else may go on in the vertical.
     *
     * @param by login of who asked for it
     * @param action for the audit trail
     * @throws LossyProblem when stored values would be lost
     * @throws ChangeCancelled when whoever watches gives up
     */
    void make(Turn turn, Found found, String by, String action, Milestones milestones) {
        milestones.reached(Milestone.CHECKING);
        library.requireTrust(found.judged());
        InstalledPlugin before = registry.find(turn.pluginId()).orElse(null);
        VersionSwitch.Data data = data(found.content()).orElse(null);
        try {
            if (data != null) {
                requireLossless(data.migration(), found.content());
                milestones.reached(Milestone.PREPARING);
                migrator.prepare(data.verticalId(), data.migration());
                milestones.reached(Milestone.COPYING);
                migrator.copy(turn.pluginId(), data.migration(), milestones);
            }
            boolean live = before != null && before.enabled();
            if (live && data != null && data.migration().needsPause()) {
                standBack(turn, data.migration(), found.content(), milestones);
            }
            if (live) {
                milestones.reached(Milestone.LOADING);
                host.loadClasses(found);
            }
            versionSwitch.write(turn, new VersionSwitch.Entry(found, before, data, by, action), milestones);
        } catch (RuntimeException failure) {
            takeBack(turn, before, data);
            registry.notChanged(
                    action, turn.pluginId(), found.content().manifest().version(), failure);
            throw failure;
        }
        milestones.reached(Milestone.SWITCHED);
        show(found, before != null && before.enabled(), data);
        announcements.publish(new VerticalsChanged(turn.pluginId()));
        milestones.reached(Milestone.TIDYING);
        tidying.tidy(turn.pluginId());
    }

    /**
     * Makes data kept of an uninstalled vertical fit the plugin that is about to be enabled.
     *
     * @throws LossyProblem when stored values would be lost
     */
    void adopt(Turn turn, Found found) {
        VersionSwitch.Data data = data(found.content()).orElse(null);
        if (data != null && !data.migration().target().equals(data.migration().before())) {
            requireLossless(data.migration(), found.content());
            migrator.prepare(data.verticalId(), data.migration());
            migrator.copy(turn.pluginId(), data.migration(), Milestones.UNWATCHED);
            versionSwitch.write(turn, data);
        }
    }

    /** The definition in force; null when none is installed, or what is installed cannot be read any more. */
    private @Nullable VerticalDefinition declared(String id) {
        try {
            return registry.find(id).isPresent() ? library.look(id).definition() : null;
        } catch (Problem unreadable) {
            LOG.warn("The installed version of plugin {} cannot be read: {}", id, unreadable.getMessage());
            return null;
        }
    }

    private void requireLossless(Migration migration, PluginPackage content) {
        List<Obstacle> obstacles = migrator.obstacles(migration);
        if (!obstacles.isEmpty()) {
            throw new LossyProblem(obstacles, content.texts());
        }
    }

    /** Values may have been entered since they were checked and copied. */
    private void standBack(Turn turn, Migration migration, PluginPackage content, Milestones milestones) {
        milestones.reached(Milestone.CATCHING_UP);
        host.pause(turn.pluginId());
        turn.pause(true);
        followers.tell();
        announcements.publish(new VerticalsChanged(turn.pluginId()));
        followers.await();
        LockSupport.parkNanos(pace.grace().toNanos());
        requireLossless(migration, content);
        migrator.copy(turn.pluginId(), migration, milestones);
    }

    private void show(Found found, boolean live, VersionSwitch.@Nullable Data data) {
        PluginPackage content = found.content();
        if (live && data != null) {
            VerticalSettings settings = store.find(content.id()).orElseThrow();
            host.show(VerticalStore.vertical(
                    settings,
                    content.definition(),
                    content.texts(),
                    data.migration().target()));
        }
    }

    /** Everything here can be done again; what fails here as well is mended when the portal or the plugin is started the next time. */
    private void takeBack(Turn turn, @Nullable InstalledPlugin before, VersionSwitch.@Nullable Data data) {
        String id = turn.pluginId();
        try {
            if (before != null && before.enabled()) {
                host.restore(before);
            }
            if (data != null) {
                migrator.takeBack(data.verticalId());
            }
        } catch (RuntimeException failure) {
            LOG.warn("Plugin {} stays as it was, but what its change made could not be removed yet", id, failure);
        }
        turn.pause(false);
        followers.tell();
        announcements.publish(new VerticalsChanged(id));
    }
}

package org.clientele.plugin;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.access.User;
import org.clientele.common.Jobs;
import org.clientele.common.Problem;
import org.clientele.plugin.PluginLibrary.Found;
import org.clientele.plugin.persistence.PluginVersionDao;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Changes of plugins that take their time: upgrade, roll back, disable. Each can be looked at before and runs as a job. Needs
 * {@link Permission#MANAGE_PLUGINS}.
 */
@Service
public class PluginLife {
    private final Rights rights;
    private final PluginService plugins;
    private final PluginRegistry registry;
    private final PluginLibrary library;
    private final PluginVersionDao versions;
    private final VersionChange versionChange;
    private final Migrator migrator;
    private final VerticalStore store;
    private final WorkStop work;
    private final Jobs jobs;

    PluginLife(
            Rights rights,
            PluginService plugins,
            PluginRegistry registry,
            PluginLibrary library,
            PluginVersionDao versions,
            VersionChange versionChange,
            Migrator migrator,
            VerticalStore store,
            WorkStop work,
            Jobs jobs) {
        this.rights = rights;
        this.plugins = plugins;
        this.registry = registry;
        this.library = library;
        this.versions = versions;
        this.versionChange = versionChange;
        this.migrator = migrator;
        this.store = store;
        this.work = work;
        this.jobs = jobs;
    }

    /** The versions that can be gone back to, the one that ran last first. */
    public List<KeptVersion> versions(String id) {
        rights.require(Permission.MANAGE_PLUGINS, id);
        return versions.list(id);
    }

    /** What goes on in the vertical and would have to end before its plugin changes. */
    public List<RunningWork> runningWork(String id) {
        rights.require(Permission.MANAGE_PLUGINS, id);
        return store.find(id).map(settings -> work.running(settings.id())).orElse(List.of());
    }

    /**
     * What going back to a version would do. Reads the values of fields whose type changes: not for the thread of a screen.
     *
     * @param digest of the version
     */
    public VersionOutlook outlookBack(String id, String digest) {
        rights.require(Permission.MANAGE_PLUGINS, id);
        return outlook(open(id, digest));
    }

    /** Goes back to a version in the background, taking along what was entered since where that version has the field. */
    public LifeJob rollBack(String id, String digest, boolean cancelWork) {
        rights.require(Permission.MANAGE_PLUGINS, id);
        require(id, digest);
        return start(life -> plugins.replace(open(id, digest), "plugin.roll-back", cancelWork, life));
    }

    /**
     * Disables a plugin in the background.
     *
     * @param reason shown to whoever has one of its screens open; null for none
     */
    public LifeJob disable(String id, @Nullable String reason, boolean cancelWork) {
        rights.require(Permission.MANAGE_PLUGINS, id);
        return start(life -> plugins.disable(id, reason, cancelWork, life));
    }

    /** What going to that jar would do. Reads the values of fields whose type changes: not for the thread of a screen. */
    VersionOutlook outlook(Found found) {
        PluginPackage content = found.content();
        Optional<Migration> migration = versionChange.data(found).map(VersionSwitch.Data::migration);
        return new VersionOutlook(
                content.id(),
                registry.find(content.id()).map(InstalledPlugin::version).orElse(""),
                content.manifest().version(),
                migration.map(migrator::counted).orElse(List.of()),
                migration.map(migrator::obstacles).orElse(List.of()),
                runningWork(content.id()),
                migration.map(Migration::needsPause).orElse(false));
    }

    /** Puts a judged jar in the place of what is installed, in the background. */
    LifeJob install(Found found, boolean cancelWork) {
        rights.require(Permission.MANAGE_PLUGINS, found.content().id());
        return start(life -> plugins.install(found, cancelWork, life));
    }

    private LifeJob start(Consumer<LifeJob> work) {
        User user = rights.user();
        LifeJob life = new LifeJob();
        life.started(jobs.startApart("plugin", _ -> rights.actingAs(user, () -> work.accept(life))));
        return life;
    }

    private Found open(String id, String digest) {
        return library.open(require(id, digest), versions.jar(id, digest));
    }

    private KeptVersion require(String id, String digest) {
        return versions.find(id, digest).orElseThrow(() -> new Problem("plugin.problem.version-gone", id));
    }
}

package org.clientele.plugin;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.access.VerticalGrants;
import org.clientele.common.Problem;
import org.clientele.plugin.LifeJob.Kind;
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
    private final VerticalErasure erasure;
    private final VerticalGrants grants;
    private final PluginExport export;
    private final VerticalNotices notices;
    private final LifeJobs jobs;

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
            VerticalErasure erasure,
            VerticalGrants grants,
            PluginExport export,
            VerticalNotices notices,
            LifeJobs jobs) {
        this.rights = rights;
        this.plugins = plugins;
        this.registry = registry;
        this.library = library;
        this.versions = versions;
        this.versionChange = versionChange;
        this.migrator = migrator;
        this.store = store;
        this.work = work;
        this.erasure = erasure;
        this.grants = grants;
        this.export = export;
        this.notices = notices;
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
        return start(
                Kind.ROLL_BACK, id, life -> plugins.replace(open(id, digest), "plugin.roll-back", cancelWork, life));
    }

    /**
     * Disables a plugin in the background.
     *
     * @param reason shown to whoever has one of its screens open; null for none
     */
    public LifeJob disable(String id, @Nullable String reason, boolean cancelWork) {
        rights.require(Permission.MANAGE_PLUGINS, id);
        return start(Kind.DISABLE, id, life -> plugins.disable(id, reason, cancelWork, life));
    }

    /** Verticals of which something is kept although their plugins are not installed; those that the user may manage. */
    public List<KeptData> kept() {
        return store.keys().stream()
                .filter(id -> registry.find(id).isEmpty() && rights.may(Permission.MANAGE_PLUGINS, id))
                .map(id -> new KeptData(
                        id,
                        notices.name(id),
                        notices.find(id).orElse(null),
                        notices.texts(id).orElse(null)))
                .toList();
    }

    /** What would go with the plugin. Counts rows: not for the thread of a screen. */
    public UninstallOutlook outlookUninstalled(String id) {
        rights.require(Permission.MANAGE_PLUGINS, id);
        return new UninstallOutlook(
                store.find(id).map(kept -> erasure.counts(kept.id())).orElse(List.of()),
                grants.users(id),
                plugins.dependents(id),
                runningWork(id));
    }

    /**
     * Uninstalls a plugin in the background.
     *
     * @param delete whether its data goes, too; then running work is cancelled in any case
     * @param reason shown to whoever has one of its screens open; null for none
     */
    public LifeJob uninstall(String id, boolean delete, @Nullable String reason, boolean cancelWork) {
        rights.require(Permission.MANAGE_PLUGINS, id);
        return start(
                delete ? Kind.DELETE : Kind.UNINSTALL,
                id,
                life -> plugins.uninstall(id, delete, reason, cancelWork, life));
    }

    /**
     * Exports what is kept of the vertical, in the background; a plugin that is enabled is disabled first.
     *
     * @param note text for people, written beside the files
     * @return with {@link LifeJob#exported} once it is done
     */
    public LifeJob export(String id, String note, boolean cancelWork) {
        rights.require(Permission.MANAGE_PLUGINS, id);
        return start(Kind.EXPORT, id, life -> life.made(export.make(id, note, cancelWork, life)));
    }

    /**
     * Enables a plugin in the background.
     *
     * @throws Problem when the day is none
     */
    public LifeJob enable(String id, String currency, AsOfMode asOfMode, @Nullable LocalDate asOfDate) {
        rights.require(Permission.MANAGE_PLUGINS, id);
        AsOfDays.require(asOfMode, asOfDate);
        return start(Kind.ENABLE, id, life -> plugins.enable(id, currency, asOfMode, asOfDate, life));
    }

    /** What going to that jar would do. Reads the values of fields whose type changes: not for the thread of a screen. */
    VersionOutlook outlook(Found found) {
        PluginPackage content = found.content();
        Optional<Migration> migration = versionChange.data(content).map(VersionSwitch.Data::migration);
        return new VersionOutlook(
                content.id(),
                registry.find(content.id()).map(InstalledPlugin::version).orElse(""),
                content.manifest().version(),
                content.texts(),
                migration.map(migrator::counted).orElse(List.of()),
                migration.map(migrator::obstacles).orElse(List.of()),
                runningWork(content.id()),
                migration.map(Migration::needsPause).orElse(false));
    }

    /** Reads something that takes its time, on a thread of its own, and hands it over there. */
    public <T> void look(Supplier<T> reading, Consumer<T> found, Consumer<RuntimeException> failed) {
        jobs.look(reading, found, failed);
    }

    /** What the user has begun on this node and not dismissed, newest first. */
    public List<LifeJob> own() {
        return jobs.own();
    }

    /** The user has seen what came of it; an export that it made is deleted. */
    public void dismiss(LifeJob life) {
        jobs.dismiss(life);
    }

    private LifeJob start(Kind kind, String id, Consumer<LifeJob> change) {
        return jobs.start(kind, id, notices.name(id), change);
    }

    private Found open(String id, String digest) {
        return library.open(require(id, digest), versions.jar(id, digest));
    }

    private KeptVersion require(String id, String digest) {
        return versions.find(id, digest).orElseThrow(() -> new Problem("plugin.problem.version-gone", id));
    }
}

package org.clientele.plugin;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.concurrent.locks.ReentrantLock;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Takes, enables and disables plugins while the portal runs. One change at a time; enabling what is enabled and disabling what is not does
 * nothing. Needs {@link Permission#MANAGE_PLUGINS}. Not transactional as a whole, because HSQLDB commits at every table made: tables come
 * first and do no harm alone, then classes, and the registry's one transaction makes the change.
 */
@Service
public class PluginService {
    private final Rights rights;
    private final PluginLibrary library;
    private final PluginHost host;
    private final VerticalStore store;
    private final PluginRegistry registry;
    private final Announcements announcements;
    private final ReentrantLock changes = new ReentrantLock();

    PluginService(
            Rights rights,
            PluginLibrary library,
            PluginHost host,
            VerticalStore store,
            PluginRegistry registry,
            Announcements announcements) {
        this.rights = rights;
        this.library = library;
        this.host = host;
        this.store = store;
        this.registry = registry;
        this.announcements = announcements;
    }

    /** Whether plugins that nobody vouches for are taken. */
    public boolean developerMode() {
        return library.developerMode();
    }

    /**
     * Takes a jar: verified and kept, but not enabled.
     *
     * @param jar at most 20 MB are read; not closed
     * @return the plugin's id
     * @throws RefusedProblem when the jar is not taken; nothing is kept of it
     */
    public String upload(InputStream jar) {
        rights.requireAnywhere(Permission.MANAGE_PLUGINS);
        PluginLibrary.Found found = library.judge(jar);
        String id = found.content().id();
        rights.require(Permission.MANAGE_PLUGINS, id);
        changing(() -> {
            if (registry.find(id).map(InstalledPlugin::enabled).orElse(false)) {
                throw new RefusedProblem("enabled", id);
            }
            registry.installed(found);
        });
        return id;
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
        rights.require(Permission.MANAGE_PLUGINS, id);
        AsOfDays.require(asOfMode, asOfDate);
        changing(() -> {
            if (!host.isLoaded(id)) {
                load(library.open(id), currency, asOfMode, asOfDate);
            }
        });
    }

    /** Disables a plugin on every open screen at once. Its data is kept. */
    public void disable(String id) {
        rights.require(Permission.MANAGE_PLUGINS, id);
        changing(() -> registry.find(id).filter(InstalledPlugin::enabled).ifPresent(plugin -> {
            registry.disabled(plugin);
            host.unload(id);
            announcements.publish(new VerticalsChanged(id));
        }));
    }

    /** Disables a plugin whose code failed as often as it may; nobody asked for it, so nobody's rights are asked. */
    void disableFailing(String id) {
        changing(() -> registry.find(id).filter(InstalledPlugin::enabled).ifPresent(plugin -> {
            registry.disabledFailing(plugin);
            host.unload(id);
            announcements.publish(new VerticalsChanged(id));
        }));
    }

    private void load(PluginLibrary.Found found, String currency, AsOfMode asOfMode, @Nullable LocalDate asOfDate) {
        String id = found.content().id();
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

    private void changing(Runnable change) {
        changes.lock();
        try {
            change.run();
        } finally {
            changes.unlock();
        }
    }
}

package org.clientele.plugin;

import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.clientele.plugin.code.CallThreads;
import org.clientele.plugin.code.Extensions;
import org.pf4j.JarPluginLoader;
import org.pf4j.JarPluginManager;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginManager;
import org.pf4j.PluginState;
import org.pf4j.PluginWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PF4J with one class loader per plugin, see {@link PluginLoader}. Loading and unloading are not thread-safe: the plugin host calls them under
 * its lock; code can be found by any thread.
 */
final class PluginRuntime implements Extensions {
    private static final Logger LOG = LoggerFactory.getLogger(PluginRuntime.class);

    private final PluginManager manager;
    private final CallThreads threads;
    private final AtomicLong generations = new AtomicLong();
    private final Map<String, Code> loaded = new ConcurrentHashMap<>();

    PluginRuntime(Path folder, CallThreads threads) {
        this.threads = threads;
        manager = new IsolatingPluginManager(folder);
        manager.setSystemVersion(PortalVersion.CURRENT);
    }

    /** Loads and starts the jar in place of one loaded under the id. */
    void load(String id, Path jar) {
        unload(id);
        String found = loadNew(id, jar);
        PluginState state = manager.startPlugin(found);
        if (!found.equals(id) || state != PluginState.STARTED) {
            unload(found);
            throw new IllegalStateException("PF4J loaded %s as %s and left it %s; expected %s, STARTED"
                    .formatted(jar.getFileName(), found, state, id));
        }
        PluginWrapper plugin = manager.getPlugin(id);
        loaded.put(
                id,
                new Code(
                        plugin.getPluginClassLoader(),
                        plugin.getDescriptor().getVersion(),
                        generations.incrementAndGet()));
    }

    /** PF4J keeps what it could not resolve, and every later plugin would then fail on it. */
    private String loadNew(String id, Path jar) {
        try {
            return manager.loadPlugin(jar);
        } catch (RuntimeException failure) {
            unload(id);
            throw failure;
        }
    }

    /** Stops what runs of the plugin's code, then closes its jar. */
    void unload(String id) {
        loaded.remove(id);
        threads.stop(id);
        if (manager.getPlugin(id) != null) {
            manager.unloadPlugin(id);
        }
    }

    boolean isLoaded(String id) {
        return manager.getPlugin(id) != null;
    }

    @Override
    public Optional<Code> find(String plugin) {
        return Optional.ofNullable(loaded.get(plugin));
    }

    /** One id at a time over a copy: PF4J 3.15's stopPlugins() fails with ConcurrentModificationException. */
    @PreDestroy
    void stop() {
        for (PluginWrapper plugin : List.copyOf(manager.getPlugins())) {
            try {
                unload(plugin.getPluginId());
            } catch (RuntimeException failure) {
                LOG.warn("Plugin {} did not unload; the portal stops all the same", plugin.getPluginId(), failure);
            }
        }
    }

    private static final class IsolatingPluginManager extends JarPluginManager {
        IsolatingPluginManager(Path folder) {
            super(folder);
        }

        @Override
        protected org.pf4j.PluginLoader createPluginLoader() {
            return new IsolatingPluginLoader(this);
        }
    }

    private static final class IsolatingPluginLoader extends JarPluginLoader {
        IsolatingPluginLoader(PluginManager manager) {
            super(manager);
        }

        @Override
        public ClassLoader loadPlugin(Path jar, PluginDescriptor descriptor) {
            ClassLoader api = new ApiClassLoader(PluginRuntime.class.getClassLoader());
            return new PluginLoader(descriptor.getPluginId(), jar, api);
        }
    }
}

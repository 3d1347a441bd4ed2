package org.clientele.plugin;

import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.util.List;
import org.pf4j.JarPluginLoader;
import org.pf4j.JarPluginManager;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginLoader;
import org.pf4j.PluginManager;
import org.pf4j.PluginState;
import org.pf4j.PluginWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PF4J with one class loader per plugin. A plugin sees the plugin API and nothing else of the portal. Not thread-safe: the plugin host
 * calls it under its lock.
 */
final class PluginRuntime {
    private static final Logger LOG = LoggerFactory.getLogger(PluginRuntime.class);

    private final PluginManager manager;

    PluginRuntime(Path folder) {
        manager = new IsolatingPluginManager(folder);
        manager.setSystemVersion(PortalVersion.CURRENT);
    }

    /** Loads and starts the jar in place of one loaded under the id. */
    void load(String id, Path jar) {
        unload(id);
        String loaded = manager.loadPlugin(jar);
        PluginState state = manager.startPlugin(loaded);
        if (!loaded.equals(id) || state != PluginState.STARTED) {
            unload(loaded);
            throw new IllegalStateException("PF4J loaded %s as %s and left it %s; expected %s, STARTED"
                    .formatted(jar.getFileName(), loaded, state, id));
        }
    }

    void unload(String id) {
        if (manager.getPlugin(id) != null) {
            manager.unloadPlugin(id);
        }
    }

    boolean isLoaded(String id) {
        return manager.getPlugin(id) != null;
    }

    /** One id at a time over a copy: PF4J 3.15's stopPlugins() fails with ConcurrentModificationException. */
    @PreDestroy
    void stop() {
        for (PluginWrapper plugin : List.copyOf(manager.getPlugins())) {
            try {
                manager.unloadPlugin(plugin.getPluginId());
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
        protected PluginLoader createPluginLoader() {
            return new IsolatingPluginLoader(this);
        }
    }

    private static final class IsolatingPluginLoader extends JarPluginLoader {
        IsolatingPluginLoader(PluginManager manager) {
            super(manager);
        }

        @Override
        public ClassLoader loadPlugin(Path jar, PluginDescriptor descriptor) {
            PluginClassLoader loader = new PluginClassLoader(
                    pluginManager, descriptor, new ApiClassLoader(PluginRuntime.class.getClassLoader()));
            loader.addFile(jar.toFile());
            return loader;
        }
    }

    /** What a plugin sees of the portal's class path: the plugin API, PF4J's types and JSpecify's annotations; no resources. */
    static final class ApiClassLoader extends ClassLoader {
        private static final List<String> SHARED = List.of("org.clientele.plugins.api.", "org.pf4j.", "org.jspecify.");

        private final ClassLoader portal;

        ApiClassLoader(ClassLoader portal) {
            super("plugin-api", ClassLoader.getPlatformClassLoader());
            this.portal = portal;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (SHARED.stream().anyMatch(name::startsWith)) {
                return portal.loadClass(name);
            }
            throw new ClassNotFoundException(
                    "%s is not part of the plugin API; a plugin sees %s".formatted(name, SHARED));
        }
    }
}

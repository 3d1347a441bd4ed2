package org.clientele.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.clientele.common.Problem;
import org.clientele.plugin.persistence.PluginDao;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Loads and unloads plugins on this node. A plugin that cannot be loaded costs itself only. Thread-safe. */
class PluginHost implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(PluginHost.class);

    private final PluginDao plugins;
    private final PluginLibrary library;
    private final VerticalStore store;
    private final EnabledVerticals verticals;
    private final PluginRuntime runtime;
    private final Path folder;
    private final Map<String, Problem> failures = new ConcurrentHashMap<>();

    PluginHost(
            PluginDao plugins,
            PluginLibrary library,
            VerticalStore store,
            EnabledVerticals verticals,
            PluginRuntime runtime,
            Path folder) {
        this.plugins = plugins;
        this.library = library;
        this.store = store;
        this.verticals = verticals;
        this.runtime = runtime;
        this.folder = folder;
    }

    /** Loads what is enabled, before the first request is answered. */
    @Override
    public synchronized void afterSingletonsInstantiated() {
        plugins.all().stream().filter(InstalledPlugin::enabled).forEach(this::start);
    }

    /** Why the plugin is enabled but not loaded. */
    Optional<Problem> failure(String id) {
        return Optional.ofNullable(failures.get(id));
    }

    boolean isLoaded(String id) {
        return verticals.find(id).isPresent();
    }

    /** Makes room for the data and loads the classes; {@link #show} then makes the vertical visible. */
    synchronized Vertical load(PluginLibrary.Found found, VerticalSettings settings) {
        PluginPackage content = found.content();
        library.requireTrust(found);
        Vertical vertical = store.open(settings, content.definition(), content.texts());
        runtime.unload(content.id());
        Path jar = write(content, found.jar());
        try {
            runtime.load(content.id(), jar);
        } catch (RuntimeException | LinkageError failure) {
            LOG.warn("Plugin {} failed while it was being loaded", content.id(), failure);
            throw new Problem("plugin.problem.failed", content.id());
        }
        return vertical;
    }

    synchronized void show(Vertical vertical) {
        failures.remove(vertical.key());
        verticals.put(vertical);
    }

    synchronized void unload(String id) {
        verticals.remove(id);
        failures.remove(id);
        runtime.unload(id);
    }

    private void start(InstalledPlugin plugin) {
        try {
            PluginLibrary.Found found = library.open(plugin.id());
            VerticalSettings settings = store.find(plugin.id())
                    .orElseThrow(() -> new Problem("plugin.problem.settings-missing", plugin.id()));
            show(load(found, settings));
            LOG.info(
                    "Vertical {} {} is enabled",
                    plugin.id(),
                    found.content().manifest().version());
        } catch (Problem problem) {
            LOG.warn("Plugin {} is enabled but cannot be loaded: {}", plugin.id(), problem.getMessage());
            failures.put(plugin.id(), problem);
        } catch (RuntimeException failure) {
            LOG.warn("Plugin {} is enabled but failed to load", plugin.id(), failure);
            failures.put(plugin.id(), new Problem("plugin.problem.failed", plugin.id()));
        }
    }

    /** The name is made of the validated id and version, never of a file name that somebody sent. */
    private Path write(PluginPackage content, byte[] jar) {
        String name = "%s-%s.jar".formatted(content.id(), content.manifest().version());
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, content.id() + "-", ".part");
            Files.write(part, jar);
            return Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            LOG.warn("Plugin {} cannot be written to {}; is there room left?", name, folder, failure);
            throw new Problem("plugin.problem.storage");
        }
    }
}

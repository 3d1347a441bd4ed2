package org.clientele.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.clientele.common.Problem;
import org.clientele.plugin.persistence.PluginDao;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads and unloads plugins on this node. A plugin that cannot be loaded costs itself only. Thread-safe. */
class PluginHost {
    private static final Logger LOG = LoggerFactory.getLogger(PluginHost.class);

    private final PluginDao plugins;
    private final PluginLibrary library;
    private final VerticalStore store;
    private final EnabledVerticals verticals;
    private final PluginRuntime runtime;
    private final Path folder;
    private final Map<String, Problem> failures = new ConcurrentHashMap<>();

    private final Map<String, Running> running = new ConcurrentHashMap<>();

    /** Loaded, but people stand back from them for a moment. */
    private final Map<String, Vertical> paused = new ConcurrentHashMap<>();

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

    /** A jar whose classes are loaded. */
    private record Running(String digest, Path jar, PluginManifest manifest) {}

    /** The enabled plugins that cannot do without this one. */
    List<String> dependents(String id) {
        return running.values().stream()
                .map(Running::manifest)
                .filter(other -> other.dependencies().stream()
                        .anyMatch(needed -> !needed.optional() && needed.id().equals(id)))
                .map(PluginManifest::id)
                .sorted()
                .toList();
    }

    /** Why the plugin is enabled but not loaded. */
    Optional<Problem> failure(String id) {
        return Optional.ofNullable(failures.get(id));
    }

    boolean isLoaded(String id) {
        return running.containsKey(id);
    }

    boolean isPaused(String id) {
        return paused.containsKey(id);
    }

    /** Makes room for the data and loads the classes; {@link #show} then makes the vertical visible. */
    synchronized Vertical load(PluginLibrary.Found found, VerticalSettings settings) {
        PluginPackage content = found.content();
        library.requireTrust(found.judged());
        requireDependencies(content.manifest());
        Vertical vertical = store.open(settings, content.definition(), content.texts());
        loadClasses(found);
        return vertical;
    }

    /**
     * Loads the classes in place of those that run.
     *
     * @throws Problem when they cannot be loaded; none run then
     */
    synchronized void loadClasses(PluginLibrary.Found found) {
        PluginPackage content = found.content();
        library.requireTrust(found.judged());
        requireDependencies(content.manifest());
        unloadClasses(content.id());
        Path jar = write(content, found.jar());
        try {
            runtime.load(content.id(), jar);
        } catch (RuntimeException | LinkageError failure) {
            LOG.warn("Plugin {} failed while it was being loaded", content.id(), failure);
            delete(jar);
            throw new Problem("plugin.problem.failed", content.id());
        }
        running.put(content.id(), new Running(content.digest(), jar, content.manifest()));
    }

    synchronized void show(Vertical vertical) {
        failures.remove(vertical.key());
        paused.remove(vertical.key());
        verticals.put(vertical);
    }

    synchronized void unload(String id) {
        verticals.remove(id);
        paused.remove(id);
        failures.remove(id);
        unloadClasses(id);
    }

    private void unloadClasses(String id) {
        runtime.unload(id);
        Running before = running.remove(id);
        if (before != null) {
            delete(before.jar());
        }
    }

    /** Takes the vertical out of people's hands for a moment, without unloading it. */
    synchronized void pause(String id) {
        verticals.find(id).ifPresent(vertical -> {
            paused.put(id, vertical);
            verticals.remove(id);
        });
    }

    /** Gives all verticals back to people; those that were away. */
    synchronized Set<String> resumeAll() {
        Set<String> away = new TreeSet<>(paused.keySet());
        away.forEach(this::resume);
        return away;
    }

    synchronized void resume(String id) {
        Vertical vertical = paused.remove(id);
        if (vertical != null) {
            verticals.put(vertical);
        }
    }

    /** Puts back what a change has taken out of people's hands or out of memory; does nothing where it did neither. */
    synchronized void restore(InstalledPlugin plugin) {
        Running known = running.get(plugin.id());
        if (known != null && known.digest().equals(plugin.digest())) {
            resume(plugin.id());
        } else {
            start(plugin);
        }
    }

    /** Makes this node what the database says; the verticals that changed. */
    synchronized Set<String> follow() {
        Map<String, InstalledPlugin> wanted = new TreeMap<>();
        plugins.all().stream().filter(InstalledPlugin::enabled).forEach(plugin -> wanted.put(plugin.id(), plugin));
        Set<String> changed = new TreeSet<>();
        for (String id : new HashSet<>(running.keySet())) {
            if (!wanted.containsKey(id)) {
                unload(id);
                changed.add(id);
            }
        }
        failures.keySet().removeIf(id -> !wanted.containsKey(id) && changed.add(id));
        for (InstalledPlugin plugin : wanted.values()) {
            if (follow(plugin)) {
                changed.add(plugin.id());
            }
        }
        startThoseThatWaited(wanted.values());
        return changed;
    }

    /** A plugin that needs another one may stand before it. */
    private void startThoseThatWaited(Collection<InstalledPlugin> wanted) {
        boolean progress = true;
        while (progress) {
            progress = false;
            for (InstalledPlugin plugin : wanted) {
                if (failures.get(plugin.id()) instanceof DependencyProblem) {
                    start(plugin);
                    progress |= isLoaded(plugin.id());
                }
            }
        }
    }

    private boolean follow(InstalledPlugin plugin) {
        Running known = running.get(plugin.id());
        if (known != null && known.digest().equals(plugin.digest())) {
            return takeSettings(plugin.id());
        }
        start(plugin);
        return true;
    }

    private boolean takeSettings(String id) {
        Vertical shown = verticals.find(id).orElse(null);
        VerticalSettings settings = store.find(id).orElse(null);
        if (shown == null || settings == null) {
            return false;
        }
        Vertical current = shown.with(settings);
        if (current.equals(shown)) {
            return false;
        }
        verticals.put(current);
        return true;
    }

    private void requireDependencies(PluginManifest manifest) {
        for (PluginManifest.Dependency needed : manifest.dependencies()) {
            if (!needed.optional() && !isLoaded(needed.id())) {
                throw new DependencyProblem(manifest.id(), needed.id());
            }
        }
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
            fail(plugin.id(), problem);
        } catch (RuntimeException failure) {
            LOG.warn("Plugin {} is enabled but failed to load", plugin.id(), failure);
            fail(plugin.id(), new Problem("plugin.problem.failed", plugin.id()));
        }
    }

    private void fail(String id, Problem problem) {
        unload(id);
        failures.put(id, problem);
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

    private static void delete(Path jar) {
        try {
            Files.deleteIfExists(jar);
        } catch (IOException failure) {
            LOG.warn("{} is not needed any more and could not be deleted; delete it by hand", jar, failure);
        }
    }
}

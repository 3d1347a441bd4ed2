package org.clientele.plugin;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.clientele.common.Problem;
import org.clientele.plugin.persistence.PluginDao;

/**
 * Finds the jar that stands for a plugin's id. What came with the portal follows the portal: the bundled jar is preferred to the copy of it
 * that an earlier version left in the database. Thread-safe.
 */
final class PluginLibrary {
    private final PluginDao plugins;
    private final BundledPlugins bundled;
    private final Path staging;
    private final boolean developerMode;
    private final Map<String, PluginPackage> read = new ConcurrentHashMap<>();

    PluginLibrary(PluginDao plugins, BundledPlugins bundled, Path staging, boolean developerMode) {
        this.plugins = plugins;
        this.bundled = bundled;
        this.staging = staging;
        this.developerMode = developerMode;
    }

    /** A jar found whole, with its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // lives for the length of one call
    record Found(PluginPackage content, byte[] jar, Trust trust) {}

    BundledPlugins bundled() {
        return bundled;
    }

    /** The plugin's content without its bytes, for showing. */
    PluginPackage look(String id) {
        Optional<BundledPlugins.Entry.Whole> whole = bundledFor(id);
        if (whole.isPresent()) {
            return whole.get().content();
        }
        InstalledPlugin installed = installed(id);
        PluginPackage known = read.get(installed.digest());
        return known != null ? known : open(id).content();
    }

    /** @throws Problem when there is no such plugin, its jar is not what it was, or nobody vouches for it any more */
    Found open(String id) {
        Optional<BundledPlugins.Entry.Whole> whole = bundledFor(id);
        if (whole.isPresent()) {
            try (StagedJar staged = bundled.stage(whole.get().jar())) {
                return new Found(whole.get().content(), staged.bytes(), Trust.BUNDLED);
            }
        }
        InstalledPlugin installed = installed(id);
        byte[] jar = plugins.jar(id);
        try (StagedJar staged = StagedJar.of(staging, new ByteArrayInputStream(jar))) {
            if (!staged.digest().equals(installed.digest())) {
                throw new AlteredProblem(staged.digest(), installed.digest());
            }
            PluginPackage content = PluginPackage.read(staged);
            read.put(content.digest(), content);
            return new Found(content, jar, installed.trust());
        }
    }

    boolean developerMode() {
        return developerMode;
    }

    /**
     * Judges a jar that somebody sent.
     *
     * @throws RefusedProblem when it is not whole, or nobody vouches for it
     */
    Found judge(InputStream jar) {
        try (StagedJar staged = StagedJar.of(staging, jar)) {
            PluginPackage content = PluginPackage.read(staged);
            return new Found(content, staged.bytes(), trust(staged.digest()));
        }
    }

    private Trust trust(String digest) {
        if (bundled.lists(digest)) {
            return Trust.BUNDLED;
        }
        requireDeveloperMode(digest);
        return Trust.DEVELOPER;
    }

    /** @throws RefusedProblem when the jar may not be loaded in this mode */
    void requireTrust(Found found) {
        if (found.trust() == Trust.DEVELOPER) {
            requireDeveloperMode(found.content().digest());
        }
    }

    private void requireDeveloperMode(String digest) {
        if (!developerMode) {
            throw new RefusedProblem("untrusted", Digests.shortened(digest));
        }
    }

    private Optional<BundledPlugins.Entry.Whole> bundledFor(String id) {
        boolean replaced = plugins.find(id)
                .map(installed -> installed.trust() == Trust.DEVELOPER)
                .orElse(false);
        return replaced ? Optional.empty() : bundled.find(id);
    }

    private InstalledPlugin installed(String id) {
        return plugins.find(id).orElseThrow(() -> new Problem("plugin.problem.unknown", id));
    }
}

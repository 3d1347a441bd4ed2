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
 * Finds the jar that stands for a plugin's id: the one installed, else the one that came with the portal. Thread-safe.
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
        Optional<InstalledPlugin> installed = plugins.find(id);
        if (installed.isEmpty()) {
            return whole(id).content();
        }
        PluginPackage known = read.get(installed.get().digest());
        return known != null ? known : open(id).content();
    }

    /**
     * What is installed, else what came with the portal.
     *
     * @throws Problem when there is no such plugin, its jar is not what it was, or nobody vouches for it any more
     */
    Found open(String id) {
        Optional<InstalledPlugin> installed = plugins.find(id);
        return installed.isPresent()
                ? open(
                        plugins.jar(id),
                        installed.get().digest(),
                        installed.get().trust())
                : openBundled(id);
    }

    /** A version that ran before. */
    Found open(KeptVersion version, byte[] jar) {
        return open(jar, version.digest(), version.trust());
    }

    /** What came with the portal. */
    Found openBundled(String id) {
        BundledPlugins.Entry.Whole whole = whole(id);
        try (StagedJar staged = bundled.stage(whole.jar())) {
            return new Found(whole.content(), staged.bytes(), Trust.BUNDLED);
        }
    }

    private Found open(byte[] jar, String digest, Trust trust) {
        try (StagedJar staged = StagedJar.of(staging, new ByteArrayInputStream(jar))) {
            if (!staged.digest().equals(digest)) {
                throw new AlteredProblem(staged.digest(), digest);
            }
            PluginPackage content = PluginPackage.read(staged);
            read.put(content.digest(), content);
            return new Found(content, jar, trust);
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

    private BundledPlugins.Entry.Whole whole(String id) {
        return bundled.find(id).orElseThrow(() -> new Problem("plugin.problem.unknown", id));
    }
}

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
    private final SignatureJudge judge;
    private final Path staging;
    private final boolean developerMode;
    private final Map<String, PluginPackage> read = new ConcurrentHashMap<>();

    PluginLibrary(
            PluginDao plugins, BundledPlugins bundled, SignatureJudge judge, Path staging, boolean developerMode) {
        this.plugins = plugins;
        this.bundled = bundled;
        this.judge = judge;
        this.staging = staging;
        this.developerMode = developerMode;
    }

    /** A jar found whole, and who signed it. */
    record Examined(PluginPackage content, JarSignature signature) {}

    /** A jar found whole, and who vouches for it. */
    record Judged(PluginPackage content, JarSignature signature, Vouching vouching) {
        Found with(byte[] jar) {
            return new Found(this, jar);
        }
    }

    /** A judged jar with its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // lives for the length of one call
    record Found(Judged judged, byte[] jar) {
        PluginPackage content() {
            return judged.content();
        }

        Trust trust() {
            return judged.vouching().trust();
        }
    }

    BundledPlugins bundled() {
        return bundled;
    }

    Path staging() {
        return staging;
    }

    boolean developerMode() {
        return developerMode;
    }

    /** The plugin's content without its bytes, for showing, whether anybody vouches for it or not. */
    PluginPackage look(String id) {
        Optional<InstalledPlugin> installed = plugins.find(id);
        if (installed.isEmpty()) {
            return whole(id).content();
        }
        PluginPackage known = read.get(installed.get().digest());
        if (known != null) {
            return known;
        }
        try (StagedJar staged = stage(plugins.jar(id), installed.get().digest())) {
            return remembered(PluginPackage.read(staged));
        }
    }

    /**
     * What is installed, else what came with the portal.
     *
     * @throws Problem when there is no such plugin, its jar is not what it was, or its signer was revoked
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
            return bundled(whole.content()).with(staged.bytes());
        }
    }

    /** What an earlier version of the portal brought is vouched for by that version, though this one does not list it. */
    private Found open(byte[] jar, String digest, Trust trust) {
        try (StagedJar staged = stage(jar, digest)) {
            Examined examined = examine(staged);
            remembered(examined.content());
            return (trust == Trust.BUNDLED ? bundled(examined.content()) : judge(examined)).with(jar);
        }
    }

    /** @throws RefusedProblem when the jar is not whole or was altered after it was signed */
    Examined examine(StagedJar staged) {
        PluginPackage content = PluginPackage.read(staged);
        return new Examined(
                content,
                bundled.lists(staged.digest()) ? new JarSignature.None() : JarSignatureReader.read(staged.path()));
    }

    /**
     * Judges a jar without deciding whether what vouches for it is enough: {@link #requireTrust}.
     *
     * @throws RefusedProblem when its signer was revoked
     */
    Judged judge(Examined examined) {
        PluginPackage content = examined.content();
        return bundled.lists(content.digest())
                ? bundled(content)
                : new Judged(content, examined.signature(), judge.judge(examined.signature(), content.digest()));
    }

    /**
     * Judges a jar and decides whether what vouches for it is enough.
     *
     * @throws RefusedProblem when it is not whole, or nobody vouches for it
     */
    Found judge(InputStream jar) {
        try (StagedJar staged = StagedJar.of(staging, jar)) {
            Judged judged = judge(examine(staged));
            requireTrust(judged);
            return judged.with(staged.bytes());
        }
    }

    /** @throws RefusedProblem when nobody vouches for the jar and that is not enough in this mode */
    void requireTrust(Judged judged) {
        RefusedProblem doubt = judged.vouching().doubt();
        if (doubt != null && !developerMode) {
            throw doubt;
        }
    }

    private PluginPackage remembered(PluginPackage content) {
        read.put(content.digest(), content);
        return content;
    }

    private static Judged bundled(PluginPackage content) {
        return new Judged(content, new JarSignature.None(), Vouching.BUNDLED);
    }

    private StagedJar stage(byte[] jar, String digest) {
        StagedJar staged = StagedJar.of(staging, new ByteArrayInputStream(jar));
        if (!staged.digest().equals(digest)) {
            staged.close();
            throw new AlteredProblem(staged.digest(), digest);
        }
        return staged;
    }

    private BundledPlugins.Entry.Whole whole(String id) {
        return bundled.find(id).orElseThrow(() -> new Problem("plugin.problem.unknown", id));
    }
}

package org.clientele.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.common.Problem;
import org.jspecify.annotations.Nullable;

/** The jars that came with the portal, each held against its listed digest and read once. Thread-safe. */
final class BundledPlugins {
    private final Path staging;
    private final List<BundledJar> jars;
    private @Nullable List<Entry> entries;

    BundledPlugins(Path staging, List<BundledJar> jars) {
        this.staging = staging;
        this.jars = List.copyOf(jars);
    }

    /**
     * A jar that came with the portal.
     *
     * @param listedDigest the SHA-512 that the build wrote beside it, in hexadecimal
     */
    record BundledJar(String fileName, String listedDigest, Source source) {}

    /** Opens a jar's bytes. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    /** How a bundled jar was found. */
    sealed interface Entry {
        /** As it should be. */
        record Whole(BundledJar jar, PluginPackage content) implements Entry {}

        /** Altered or not readable; never loaded. */
        record Broken(String fileName, String digest, Trust trust, Problem problem) implements Entry {}
    }

    synchronized List<Entry> all() {
        if (entries == null) {
            List<Entry> read = new ArrayList<>();
            jars.forEach(jar -> read.add(read(jar)));
            entries = List.copyOf(read);
        }
        return entries;
    }

    Optional<Entry.Whole> find(String id) {
        return all().stream()
                .filter(Entry.Whole.class::isInstance)
                .map(Entry.Whole.class::cast)
                .filter(whole -> whole.content().id().equals(id))
                .findFirst();
    }

    /** Whether a jar of that digest came with the portal. */
    boolean lists(String digest) {
        return jars.stream().anyMatch(jar -> jar.listedDigest().equals(digest));
    }

    /** @throws RefusedProblem when the bytes are not the listed ones */
    StagedJar stage(BundledJar jar) {
        try (InputStream in = jar.source().open()) {
            StagedJar staged = StagedJar.of(staging, in);
            if (!staged.digest().equals(jar.listedDigest())) {
                staged.close();
                throw new AlteredProblem(staged.digest(), jar.listedDigest());
            }
            return staged;
        } catch (IOException failure) {
            throw new UncheckedIOException("The bundled plugin %s cannot be read".formatted(jar.fileName()), failure);
        }
    }

    private Entry read(BundledJar jar) {
        try (StagedJar staged = stage(jar)) {
            return new Entry.Whole(jar, PluginPackage.read(staged));
        } catch (AlteredProblem problem) {
            return new Entry.Broken(jar.fileName(), problem.found(), Trust.ALTERED, problem);
        } catch (Problem problem) {
            return new Entry.Broken(jar.fileName(), jar.listedDigest(), Trust.BUNDLED, problem);
        }
    }
}

package org.clientele.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.common.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder in which an administrator places jars to choose from. A file is examined once and again when it has changed; it is staged like an
 * upload, so that what is installed is what was judged, whatever happens to the file meanwhile. Thread-safe.
 */
class CatalogueFolder {
    static final int MOST_FILES = 50;
    private static final Logger LOG = LoggerFactory.getLogger(CatalogueFolder.class);

    private final Path folder;
    private final PluginLibrary library;
    private volatile Map<Stamp, Entry> known = Map.of();

    CatalogueFolder(Path folder, PluginLibrary library) {
        this.folder = folder;
        this.library = library;
    }

    /** How a jar of the folder was found. Whether it is trusted changes with the trust list and is judged when it is shown. */
    sealed interface Entry {
        String fileName();

        record Whole(String fileName, PluginLibrary.Examined examined) implements Entry {}

        record Broken(String fileName, Problem problem) implements Entry {}
    }

    /** What tells a file from the one that stood there before. */
    private record Stamp(String fileName, long bytes, long changedAt, String key) {}

    /** Whether every jar of the folder has been read; lists the folder only. */
    boolean isRead() {
        Map<Stamp, Entry> read = known;
        return files().stream().flatMap(file -> stamp(file).stream()).allMatch(read::containsKey);
    }

    /** The jars that have been read before and are still there; lists the folder only. */
    List<Entry> entriesRead() {
        Map<Stamp, Entry> read = known;
        return files().stream()
                .flatMap(file -> stamp(file).stream())
                .flatMap(stamp -> Optional.ofNullable(read.get(stamp)).stream())
                .toList();
    }

    /**
     * Readable and broken jars by file name; a folder that is not there holds none. Reads the jars that are new: not for the thread of a
     * screen.
     */
    synchronized List<Entry> entries() {
        Map<Stamp, Entry> now = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (Path file : files()) {
            stamp(file).ifPresent(stamp -> {
                Entry entry = known.get(stamp);
                if (entry == null) {
                    entry = now.size() < MOST_FILES ? examine(file) : tooMany(file);
                }
                now.put(stamp, entry);
                entries.add(entry);
            });
        }
        known = Map.copyOf(now);
        return entries;
    }

    /**
     * Stages the jar that a card offered. The offer's name only chooses among the files that are there.
     *
     * @throws Problem when the file has gone or is another one now
     */
    StagedJar stage(PluginCard.Offer offer) {
        Path file = files().stream()
                .filter(found -> name(found).equals(offer.fileName()))
                .findFirst()
                .orElseThrow(() -> gone(offer.fileName()));
        StagedJar staged = stage(file);
        if (!staged.digest().equals(offer.digest())) {
            staged.close();
            throw new Problem("plugin.catalogue.changed", shownName(file));
        }
        return staged;
    }

    private Entry examine(Path file) {
        try (StagedJar staged = stage(file)) {
            return new Entry.Whole(name(file), library.examine(staged));
        } catch (Problem problem) {
            return new Entry.Broken(shownName(file), problem);
        }
    }

    private static Entry tooMany(Path file) {
        return new Entry.Broken(shownName(file), new Problem("plugin.catalogue.too-many", MOST_FILES));
    }

    private StagedJar stage(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return StagedJar.of(library.staging(), in);
        } catch (NoSuchFileException vanished) {
            throw gone(shownName(file));
        } catch (IOException failure) {
            LOG.warn("The plugin {} in the catalogue folder cannot be read; may the portal read it?", file, failure);
            throw new Problem("plugin.catalogue.unreadable", shownName(file));
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name(file).endsWith(".jar"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            LOG.warn("The catalogue folder {} cannot be listed; may the portal read it?", folder, failure);
            return List.of();
        }
    }

    private static Optional<Stamp> stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Stamp(
                    name(file),
                    attributes.size(),
                    attributes.lastModifiedTime().toMillis(),
                    String.valueOf(attributes.fileKey())));
        } catch (IOException vanished) {
            return Optional.empty();
        }
    }

    private static Problem gone(String fileName) {
        return new Problem("plugin.catalogue.gone", VisibleText.shown(fileName, 80));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String shownName(Path file) {
        return VisibleText.shown(name(file), 80);
    }
}

package org.clientele.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Exports that wait to be downloaded: for a day at most, none after a restart. */
final class ExportFolder {
    static final Duration LIFETIME = Duration.ofDays(1);
    private static final Logger LOG = LoggerFactory.getLogger(ExportFolder.class);

    private final Path folder;
    private final Clock clock;

    ExportFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        tidy(clock.instant());
    }

    /** A new empty file; its name is never taken from input. */
    Path create() {
        tidy(clock.instant().minus(LIFETIME));
        try {
            Files.createDirectories(folder);
            return Files.createTempFile(folder, "export-", ".zip");
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "No export can be made in %s; it must be a writable folder with room".formatted(folder), failure);
        }
    }

    void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            LOG.warn("{} could not be deleted; delete it by hand", file, failure);
        }
    }

    private void tidy(Instant before) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "export-*.zip")) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    delete(file);
                }
            }
        } catch (IOException failure) {
            LOG.warn("Old exports in {} could not be looked for", folder, failure);
        }
    }
}

package org.clientele.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.util.FileSystemUtils;

/** Files of tests that JUnit's own temporary folder cannot hold, as they come before it or outlive a test; deleted when the tests end. */
public final class TemporaryFiles {
    private static final Queue<Path> MADE = new ConcurrentLinkedQueue<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(TemporaryFiles::deleteAll));
    }

    private TemporaryFiles() {}

    public static Path folder(String prefix) {
        try {
            return remembered(Files.createTempDirectory(prefix));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static Path file(String prefix, String suffix) {
        try {
            return remembered(Files.createTempFile(prefix, suffix));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path remembered(Path made) {
        MADE.add(made);
        return made;
    }

    private static void deleteAll() {
        for (Path made : MADE) {
            try {
                FileSystemUtils.deleteRecursively(made);
            } catch (IOException stillWritten) {
                System.err.println("A temporary file of the tests stays behind: " + made);
            }
        }
    }
}

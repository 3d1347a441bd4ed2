package org.clientele.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.clientele.common.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A jar's bytes in a file of our own naming while they are judged; gone when closed. */
final class StagedJar implements AutoCloseable {
    private static final String PREFIX = "plugin-";
    private static final String SUFFIX = ".jar";
    static final int MAX_BYTES = 20 << 20;
    /** Matches the names of our files, and of nothing else that may lie in the folder. */
    static final String FILES = PREFIX + "*" + SUFFIX;

    private static final Logger LOG = LoggerFactory.getLogger(StagedJar.class);

    private final Path path;
    private final String digest;

    private StagedJar(Path path, String digest) {
        this.path = path;
        this.digest = digest;
    }

    /** @throws Problem when there are more than {@link #MAX_BYTES} bytes, or no room for them */
    static StagedJar of(Path folder, InputStream source) {
        try {
            Files.createDirectories(folder);
            Path file = Files.createTempFile(folder, PREFIX, SUFFIX);
            try {
                return new StagedJar(file, copy(source, file));
            } catch (IOException | RuntimeException failure) {
                Files.deleteIfExists(file);
                throw failure;
            }
        } catch (IOException failure) {
            LOG.warn(
                    "No plugin can be staged in {}; is there room left, and may the portal write there?",
                    folder,
                    failure);
            throw new Problem("plugin.problem.storage");
        }
    }

    Path path() {
        return path;
    }

    /** SHA-512 in hexadecimal. */
    String digest() {
        return digest;
    }

    byte[] bytes() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException failure) {
            throw new UncheckedIOException("The staged plugin %s cannot be read again".formatted(path), failure);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException failure) {
            LOG.warn("The staged plugin {} could not be deleted; delete it by hand", path, failure);
        }
    }

    private static String copy(InputStream source, Path file) throws IOException {
        MessageDigest sha512 = sha512();
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            int count;
            while ((count = source.read(buffer)) >= 0) {
                total += count;
                if (total > MAX_BYTES) {
                    throw new RefusedProblem("too-large", MAX_BYTES >> 20);
                }
                sha512.update(buffer, 0, count);
                out.write(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(sha512.digest());
    }

    private static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException("Every Java platform has SHA-512, this one does not", failure);
        }
    }
}

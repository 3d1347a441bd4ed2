package org.clientele.dataimport.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.common.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder where uploads wait for their import and where the rejected rows of an import are kept. File names are never taken from input. */
public final class UploadFolder {
    private static final Logger LOG = LoggerFactory.getLogger(UploadFolder.class);
    private static final Duration PATIENCE = Duration.ofHours(24);
    private static final String UPLOAD = ".upload";
    private static final int LONGEST_NAME = 200;

    private final Path folder;

    public UploadFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps an upload.
     *
     * @throws Problem when it is empty, too large, or cannot be stored
     */
    public StoredFile keep(String name, InputStream content) {
        Path path = create(UPLOAD);
        try {
            StoredFile file = store(path, shortName(name), content);
            if (file.size() == 0) {
                throw new Problem("dataimport.problem.empty");
            }
            return file;
        } catch (TooLargeException tooLarge) {
            delete(path);
            throw new Problem("dataimport.problem.too-large", StoredFile.LARGEST / (1024 * 1024));
        } catch (IOException failure) {
            delete(path);
            LOG.warn("An upload could not be stored in {}", folder, failure);
            throw new Problem("dataimport.problem.disk");
        } catch (RuntimeException failure) {
            delete(path);
            throw failure;
        }
    }

    /** A new empty file whose name ends as given. */
    public Path create(String suffix) {
        try {
            Files.createDirectories(folder);
            return Files.createTempFile(folder, "import-", suffix);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "No file can be made in %s; it must be a writable folder with room".formatted(folder), failure);
        }
    }

    /** The file of that name in the folder. */
    public Path file(String name) {
        return folder.resolve(Path.of(name).getFileName());
    }

    public void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException failure) {
            LOG.warn("{} could not be deleted; delete it by hand", path, failure);
        }
    }

    /** Deletes uploads that nobody imported within a day. */
    public void tidy(Instant now) {
        tidy(UPLOAD, Set.of(), now);
    }

    /** Deletes files that end so and are none of the named ones, when they are older than a day: what they belong to was deleted on another node. */
    public void tidy(String suffix, Set<String> named, Instant now) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> old = files.filter(file -> file.toString().endsWith(suffix))
                    .filter(file -> !named.contains(String.valueOf(file.getFileName())))
                    .filter(file -> isOlder(file, now.minus(PATIENCE)))
                    .toList();
            old.forEach(this::delete);
        } catch (IOException failure) {
            LOG.warn("Files in {} that nobody needs could not be looked for", folder, failure);
        }
    }

    private static boolean isOlder(Path file, Instant limit) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(limit);
        } catch (NoSuchFileException goneMeanwhile) {
            return false;
        } catch (IOException failure) {
            LOG.warn("The age of {} could not be read", file, failure);
            return false;
        }
    }

    private static StoredFile store(Path path, String name, InputStream content) throws IOException {
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
            new BoundedInput(content, StoredFile.LARGEST).transferTo(out);
        }
        return new StoredFile(path, name, Files.size(path), HexFormat.of().formatHex(digest.digest()), isGzip(path));
    }

    private static boolean isGzip(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return Arrays.equals(in.readNBytes(2), new byte[] {0x1f, (byte) 0x8b});
        }
    }

    private static String shortName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("\\p{Cntrl}", "");
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}

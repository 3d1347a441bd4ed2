package org.clientele.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.clientele.common.ClienteleProperties;
import org.clientele.common.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The files of cases, in the data folder under generated names. What is kept is on disk. */
@Component
public class AttachmentFolder {
    /** Bytes of the largest file. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(AttachmentFolder.class);

    private final Path folder;

    public AttachmentFolder(ClienteleProperties properties) {
        folder = properties.data().resolve("attachments");
    }

    /** A file that was kept. */
    record Kept(String storedName, FileKind kind, long size) {}

    /** Keeps a file; fails with a problem when it is empty, too large, or of no kind that is taken. */
    Kept keep(InputStream content) throws IOException {
        byte[] head = content.readNBytes(FileKind.HEAD);
        if (head.length == 0) {
            throw new Problem("cases.problem.file-empty");
        }
        FileKind kind = FileKind.of(head).orElseThrow(() -> new Problem("cases.problem.file-kind"));
        Files.createDirectories(folder);
        String name = UUID.randomUUID().toString();
        Path path = path(name);
        try {
            return new Kept(name, kind, store(path, head, content));
        } catch (IOException | RuntimeException failure) {
            delete(name);
            throw failure;
        }
    }

    /** The same, with a problem when the disk does not take it. */
    Kept keepOrExplain(InputStream content) {
        try {
            return keep(content);
        } catch (IOException failure) {
            LOG.warn("An attachment could not be stored", failure);
            throw new Problem("cases.problem.file-disk");
        }
    }

    private static long store(Path path, byte[] head, InputStream content) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(file)) {
            out.write(head);
            byte[] piece = new byte[FileKind.HEAD];
            long size = head.length;
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                size += read;
                if (size > LARGEST) {
                    throw new Problem("cases.problem.file-large", LARGEST / (1024 * 1024));
                }
                out.write(piece, 0, read);
            }
            file.force(true);
            return size;
        }
    }

    /** Whether the file is there. */
    boolean holds(String storedName) {
        return Files.isRegularFile(path(storedName));
    }

    InputStream read(String storedName) {
        try {
            return Files.newInputStream(path(storedName));
        } catch (IOException failure) {
            throw new UncheckedIOException("The attachment %s is missing in %s".formatted(storedName, folder), failure);
        }
    }

    /** Deletes a file; nothing happens when it is gone. */
    public void delete(String storedName) {
        try {
            Files.deleteIfExists(path(storedName));
        } catch (IOException failure) {
            LOG.warn("{} could not be deleted; delete it by hand", path(storedName), failure);
        }
    }

    private Path path(String storedName) {
        return folder.resolve(UUID.fromString(storedName).toString());
    }
}

package org.clientele.common;

import java.nio.file.Path;

/**
 * Room on the disk of the embedded database that is left free. HSQLDB must never meet a disk that is really full: it acknowledges a commit
 * whose log it could not write, and a later one may follow half a line.
 */
public final class DiskReserve {
    private static final long USUAL = 64L * 1024 * 1024;

    private final Path folder;
    private final long bytes;

    /** @param bytes how much is left free */
    public DiskReserve(Path folder, long bytes) {
        this.folder = folder;
        this.bytes = bytes;
    }

    public static DiskReserve of(Path folder) {
        return new DiskReserve(folder, USUAL);
    }

    /** Nothing is kept free: the database is on another machine, and says itself when its disk is full. */
    public static DiskReserve none(Path folder) {
        return new DiskReserve(folder, 0);
    }

    /** Fails with a problem when writing would use the reserve. */
    void require() {
        if (bytes > 0 && folder.toFile().getUsableSpace() < bytes) {
            throw new Problem("common.disk-full");
        }
    }
}

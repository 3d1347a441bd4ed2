package org.clientele.plugin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads how a zip file is laid out and refuses every layout that two programs could read differently: data before, between or behind the
 * files, files that overlap, headers that contradict each other, links, encrypted files, zip64 (which a file of 20 MB never needs). What passes is
 * read the same by Java, by a class loader and by the tools of whoever looks into it.
 */
final class ZipStructure {
    static final int MAX_ENTRIES = 2_000;
    private static final int MAX_DIRECTORY = 2 << 20;

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int DIRECTORY_SIGNATURE = 0x02014b50;
    private static final int DIRECTORY_BYTES = 46;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final int ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
    private static final int ZIP64_LOCATOR_BYTES = 20;
    private static final int ZIP64_EXTRA = 0x0001;
    private static final long UNKNOWN = 0xFFFFFFFFL;

    private final FileChannel file;
    private final long size;

    private ZipStructure(FileChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
    }

    /** @throws RefusedProblem when the file is no zip file, or not a plain one */
    static void check(Path jar) {
        try (FileChannel file = FileChannel.open(jar, StandardOpenOption.READ)) {
            new ZipStructure(file).check();
        } catch (IOException failure) {
            throw new RefusedProblem("not-a-jar");
        }
    }

    private void check() throws IOException {
        ByteBuffer end = endOfDirectory();
        int entries = Short.toUnsignedInt(end.getShort(10));
        long directoryBytes = Integer.toUnsignedLong(end.getInt(12));
        long directoryStart = Integer.toUnsignedLong(end.getInt(16));
        requireNoZip64(entries, directoryBytes, directoryStart);
        if (entries > MAX_ENTRIES) {
            throw new RefusedProblem("entries", entries, MAX_ENTRIES);
        }
        if (directoryBytes > MAX_DIRECTORY) {
            throw new RefusedProblem("directory");
        }
        if (directoryStart + directoryBytes != size - END_BYTES) {
            throw new RefusedProblem("surrounded");
        }
        List<ZipRecord> records = records(read(directoryStart, (int) directoryBytes), entries);
        requireLaidOut(records, directoryStart);
    }

    /** Directly at the end: whatever stands behind it, even a comment, could hold another end. */
    private ByteBuffer endOfDirectory() throws IOException {
        if (size < END_BYTES) {
            throw new RefusedProblem("not-a-jar");
        }
        ByteBuffer end = read(size - END_BYTES, END_BYTES);
        if (end.getInt(0) != END_SIGNATURE || end.getShort(20) != 0) {
            throw new RefusedProblem(startsLikeAJar() ? "surrounded" : "not-a-jar");
        }
        if (end.getInt(4) != 0 || end.getShort(8) != end.getShort(10)) {
            throw new RefusedProblem("directory");
        }
        return end;
    }

    private boolean startsLikeAJar() throws IOException {
        return read(0, Integer.BYTES).getInt(0) == LOCAL_SIGNATURE;
    }

    private void requireNoZip64(int entries, long directoryBytes, long directoryStart) throws IOException {
        boolean announced = entries == 0xFFFF || directoryBytes == UNKNOWN || directoryStart == UNKNOWN;
        long locator = size - END_BYTES - ZIP64_LOCATOR_BYTES;
        if (announced || (locator >= 0 && read(locator, Integer.BYTES).getInt(0) == ZIP64_LOCATOR_SIGNATURE)) {
            throw new RefusedProblem("zip64");
        }
    }

    private List<ZipRecord> records(ByteBuffer directory, int entries) {
        List<ZipRecord> records = new ArrayList<>();
        while (directory.remaining() >= DIRECTORY_BYTES && records.size() < entries) {
            records.add(record(directory));
        }
        if (directory.hasRemaining() || records.size() != entries) {
            throw new RefusedProblem("directory");
        }
        return records;
    }

    private static ZipRecord record(ByteBuffer directory) {
        int at = directory.position();
        int nameBytes = Short.toUnsignedInt(directory.getShort(at + 28));
        int extraBytes = Short.toUnsignedInt(directory.getShort(at + 30));
        int commentBytes = Short.toUnsignedInt(directory.getShort(at + 32));
        int end = at + DIRECTORY_BYTES + nameBytes + extraBytes + commentBytes;
        if (directory.getInt(at) != DIRECTORY_SIGNATURE || end > directory.limit()) {
            throw new RefusedProblem("directory");
        }
        ZipRecord record = new ZipRecord(
                name(directory.slice(at + DIRECTORY_BYTES, nameBytes)),
                Short.toUnsignedInt(directory.getShort(at + 8)),
                Short.toUnsignedInt(directory.getShort(at + 10)),
                directory.getInt(at + 16),
                Integer.toUnsignedLong(directory.getInt(at + 20)),
                Integer.toUnsignedLong(directory.getInt(at + 24)),
                Integer.toUnsignedLong(directory.getInt(at + 42)),
                directory.get(at + 5),
                directory.getInt(at + 38));
        record.requirePlain();
        requireNoZip64(record, directory.slice(at + DIRECTORY_BYTES + nameBytes, extraBytes));
        directory.position(end);
        return record;
    }

    private static String name(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException other) {
            throw new RefusedProblem(
                    "name",
                    VisibleText.shown(
                            StandardCharsets.ISO_8859_1.decode(bytes.rewind()).toString(), 80));
        }
    }

    private static void requireNoZip64(ZipRecord record, ByteBuffer extra) {
        ByteBuffer fields = extra.order(ByteOrder.LITTLE_ENDIAN);
        while (fields.remaining() >= 4) {
            int kind = Short.toUnsignedInt(fields.getShort());
            int bytes = Short.toUnsignedInt(fields.getShort());
            if (kind == ZIP64_EXTRA) {
                throw new RefusedProblem("zip64");
            }
            if (bytes > fields.remaining()) {
                throw record.contradicted();
            }
            fields.position(fields.position() + bytes);
        }
    }

    /** The files fill the space before the directory, one behind the other. */
    private void requireLaidOut(List<ZipRecord> records, long directoryStart) throws IOException {
        List<ZipRecord> inOrder = new ArrayList<>(records);
        inOrder.sort(Comparator.comparingLong(ZipRecord::start));
        long free = 0;
        for (ZipRecord record : inOrder) {
            if (record.start() < free) {
                throw new RefusedProblem("overlap", record.shownName());
            }
            if (record.start() > free) {
                throw new RefusedProblem("surrounded");
            }
            free = end(record, directoryStart);
        }
        if (free != directoryStart) {
            throw new RefusedProblem("surrounded");
        }
    }

    private long end(ZipRecord record, long limit) throws IOException {
        if (record.start() + LOCAL_BYTES > limit) {
            throw record.contradicted();
        }
        ByteBuffer local = read(record.start(), LOCAL_BYTES);
        int nameBytes = Short.toUnsignedInt(local.getShort(26));
        int extraBytes = Short.toUnsignedInt(local.getShort(28));
        long data = record.start() + LOCAL_BYTES + nameBytes + extraBytes;
        if (local.getInt(0) != LOCAL_SIGNATURE || data + record.packed() > limit) {
            throw record.contradicted();
        }
        record.requireSame(
                name(read(record.start() + LOCAL_BYTES, nameBytes)),
                Short.toUnsignedInt(local.getShort(6)),
                Short.toUnsignedInt(local.getShort(8)),
                local.getInt(14),
                Integer.toUnsignedLong(local.getInt(18)),
                Integer.toUnsignedLong(local.getInt(22)));
        return data + record.packed() + descriptorBytes(record, data + record.packed(), limit);
    }

    /** What follows a file whose sizes were not known when its header was written: sizes and check sum, usually behind a signature. */
    private int descriptorBytes(ZipRecord record, long at, long limit) throws IOException {
        if (!record.hasDescriptor()) {
            return 0;
        }
        int bytes = Math.toIntExact(Math.min(ZipRecord.DESCRIPTOR_BYTES, limit - at));
        int length = record.descriptorLength(read(at, bytes));
        if (length == 0) {
            throw record.contradicted();
        }
        return length;
    }

    private ByteBuffer read(long position, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, position + buffer.position()) < 0) {
                throw new RefusedProblem("not-a-jar");
            }
        }
        return buffer.flip().order(ByteOrder.LITTLE_ENDIAN);
    }
}

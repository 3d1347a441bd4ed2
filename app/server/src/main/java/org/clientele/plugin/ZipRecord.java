package org.clientele.plugin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What a zip file's directory says of one file.
 *
 * @param flags general purpose flags
 * @param method 0 stored, 8 deflated
 * @param packed bytes in the file
 * @param unpacked bytes that come out
 * @param start where its local header is
 * @param madeBy the system that the attributes are of; 3 and 19 are Unix
 * @param attributes external attributes, with the Unix mode in the upper half
 */
record ZipRecord(
        String name,
        int flags,
        int method,
        int checkSum,
        long packed,
        long unpacked,
        long start,
        byte madeBy,
        int attributes) {
    static final int DESCRIPTOR_BYTES = 16;
    private static final int DESCRIPTOR_SIGNATURE = 0x08074b50;
    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    private static final int DESCRIPTOR_FOLLOWS = 1 << 3;
    private static final int UTF8 = 1 << 11;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int UNIX_TYPE = 0170000;
    private static final int UNIX_FILE = 0100000;
    private static final int UNIX_FOLDER = 0040000;
    private static final int WINDOWS_LINK = 0x400;

    String shownName() {
        return VisibleText.shown(name, 80);
    }

    boolean hasDescriptor() {
        return (flags & DESCRIPTOR_FOLLOWS) != 0;
    }

    /** @throws RefusedProblem when it is encrypted, packed in a rare way, no plain file, or its name is not surely readable */
    void requirePlain() {
        if ((flags & ENCRYPTED) != 0) {
            throw new RefusedProblem("encrypted", shownName());
        }
        if (packed == 0xFFFFFFFFL || unpacked == 0xFFFFFFFFL || start == 0xFFFFFFFFL) {
            throw new RefusedProblem("zip64");
        }
        if ((method != STORED && method != DEFLATED) || (method == STORED && packed != unpacked)) {
            throw contradicted();
        }
        if (isLink()) {
            throw new RefusedProblem("link", shownName());
        }
        if ((flags & UTF8) == 0 && !StandardCharsets.US_ASCII.newEncoder().canEncode(name)) {
            throw new RefusedProblem("name", shownName());
        }
    }

    private boolean isLink() {
        if (madeBy == 3 || madeBy == 19) {
            int type = attributes >>> 16 & UNIX_TYPE;
            return type != 0 && type != UNIX_FILE && type != UNIX_FOLDER;
        }
        return (attributes & WINDOWS_LINK) != 0;
    }

    /** @throws RefusedProblem when the file's own header says something else than the directory */
    void requireSame(
            String localName, int localFlags, int localMethod, int localSum, long localPacked, long localUnpacked) {
        boolean sizes = checkSum == localSum && packed == localPacked && unpacked == localUnpacked;
        boolean open = hasDescriptor() && localSum == 0 && localPacked == 0 && localUnpacked == 0;
        if (!name.equals(localName) || flags != localFlags || method != localMethod || !(sizes || open)) {
            throw contradicted();
        }
    }

    /** The length of the descriptor that starts there; 0 when it is not this file's. */
    int descriptorLength(ByteBuffer bytes) {
        int start = bytes.remaining() >= DESCRIPTOR_BYTES && bytes.getInt(0) == DESCRIPTOR_SIGNATURE ? 4 : 0;
        boolean mine = bytes.remaining() >= start + 12
                && bytes.getInt(start) == checkSum
                && Integer.toUnsignedLong(bytes.getInt(start + 4)) == packed
                && Integer.toUnsignedLong(bytes.getInt(start + 8)) == unpacked;
        return mine ? start + 12 : 0;
    }

    RefusedProblem contradicted() {
        return new RefusedProblem("structure", shownName());
    }
}

package org.clientele.cases;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of file that may be attached to a case, told by how they begin, never by their names. Nothing that a browser would run. */
public enum FileKind {
    PDF("application/pdf", 0, "%PDF-"),
    PNG("image/png", 0, "\u0089PNG\r\n\u001a\n"),
    JPEG("image/jpeg", 0, "\u00ff\u00d8\u00ff"),
    GIF("image/gif", 0, "GIF8"),
    WEBP("image/webp", 8, "WEBP"),
    /** Documents and sheets of the usual office programs. */
    OFFICE("application/octet-stream", 0, "PK\u0003\u0004"),
    OLD_OFFICE("application/octet-stream", 0, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"),
    TEXT("text/plain;charset=utf-8", 0, "");

    /** How much of a file is needed to tell. */
    public static final int HEAD = 4_096;

    private static final int WORD = 4;

    private final String contentType;
    private final int offset;
    private final byte[] signature;

    FileKind(String contentType, int offset, String signature) {
        this.contentType = contentType;
        this.offset = offset;
        this.signature = signature.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What a browser is told; with it always that the file is to be kept, not shown. */
    public String contentType() {
        return contentType;
    }

    /** What the file is; empty when it is none of these. */
    public static Optional<FileKind> of(byte[] head) {
        return Arrays.stream(values()).filter(kind -> kind.fits(head)).findFirst();
    }

    private boolean fits(byte[] head) {
        if (this == TEXT) {
            return isText(head);
        }
        int end = offset + signature.length;
        return head.length >= end && Arrays.equals(Arrays.copyOfRange(head, offset, end), signature);
    }

    private static boolean isText(byte[] head) {
        for (byte one : head) {
            if (one >= 0 && one < ' ' && one != '\n' && one != '\r' && one != '\t') {
                return false;
            }
        }
        return decodes(head, head.length) || decodesButForTheLastLetter(head);
    }

    /** The head may end within a letter. */
    private static boolean decodesButForTheLastLetter(byte[] head) {
        boolean cut = head.length == HEAD;
        for (int less = 1; cut && less < WORD; less++) {
            if (decodes(head, head.length - less)) {
                return true;
            }
        }
        return false;
    }

    private static boolean decodes(byte[] head, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(head, 0, length));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}

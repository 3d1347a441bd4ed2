package org.clientele.access;

import java.security.SecureRandom;
import java.util.Base64;

/** The secret in a link that is a right by itself. The database knows only its SHA-256: whoever reads it cannot use it. */
public final class LinkToken {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private LinkToken() {}

    /** A new secret of 256 random bits, fit for an address. */
    public static String create() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is kept of it. */
    public static String hash(String token) {
        return Digests.sha256Hex(token);
    }
}

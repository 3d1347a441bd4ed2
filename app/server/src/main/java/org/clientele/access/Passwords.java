package org.clientele.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords with Argon2id and says which are good enough. Thread-safe. */
@Component
public class Passwords {
    /** Fewest characters of a password. */
    public static final int SHORTEST = 10;

    /** Most characters; longer input only costs the server time. */
    public static final int LONGEST = 200;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    private final PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final String nobodysHash = nobodysHash();

    /** What is wrong with a password, or that nothing is. */
    public enum Quality {
        GOOD,
        TOO_SHORT,
        TOO_LONG,
        SAME_AS_LOGIN;

        /** Key of the text that says so. */
        public String textKey() {
            return "access.password." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Judges a new password. */
    public Quality judge(String login, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Quality.TOO_SHORT;
        }
        if (password.length() > LONGEST) {
            return Quality.TOO_LONG;
        }
        return password.equalsIgnoreCase(login) ? Quality.SAME_AS_LOGIN : Quality.GOOD;
    }

    /** The hash to keep; fails for a password that is not good enough. */
    String hash(String login, String password) {
        Quality quality = judge(login, password);
        if (quality != Quality.GOOD) {
            throw new PasswordProblem(quality);
        }
        return encoder.encode(password);
    }

    /** Whether the password fits; takes as long when there is no hash to compare with. */
    boolean matches(String password, @Nullable String hash) {
        if (password.length() > LONGEST) {
            return false;
        }
        boolean fits = encoder.matches(password, hash == null ? nobodysHash : hash);
        return fits && hash != null;
    }

    /** Looks like a hash and is as much work to compare with; made without hashing, because every start would wait for it. */
    private static String nobodysHash() {
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(MEMORY_KIB, PASSES, LANES, random(SALT_BYTES), random(HASH_BYTES));
    }

    private static String random(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A password nobody can guess, for demo users. */
    static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

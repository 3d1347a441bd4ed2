package org.clientele.access;

import java.util.Locale;
import java.util.regex.Pattern;

final class Logins {
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,99}");

    private Logins() {}

    static String normalise(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    static boolean isValid(String normalised) {
        return LOGIN.matcher(normalised).matches();
    }
}

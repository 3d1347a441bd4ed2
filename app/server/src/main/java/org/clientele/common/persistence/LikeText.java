package org.clientele.common.persistence;

import java.util.Locale;

/** What somebody typed, in lower case and to be found as it stands by {@code LIKE … ESCAPE '!'}. */
public final class LikeText {
    private LikeText() {}

    public static String literal(String typed) {
        return typed.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }
}

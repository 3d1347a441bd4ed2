package org.clientele.plugin;

/** How digests are shown. */
public final class Digests {
    private static final int SHOWN = 12;

    private Digests() {}

    /** The first characters, enough for a person to compare. */
    public static String shortened(String digest) {
        return digest.length() <= SHOWN ? digest : digest.substring(0, SHOWN) + "…";
    }
}

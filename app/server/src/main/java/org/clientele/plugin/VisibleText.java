package org.clientele.plugin;

import java.util.regex.Pattern;

/** Names that strangers chose. Signs that are not seen, or turn the writing round, could make one name look like another. */
final class VisibleText {
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\x{2028}\\x{2029}\\x{FFFD}]");

    private VisibleText() {}

    static boolean isAllSeen(String text) {
        return !UNSEEN.matcher(text).find();
    }

    /** The text as it may be shown: with a dot for each sign that would not be seen, and no longer than that. */
    static String shown(String text, int longest) {
        String seen = UNSEEN.matcher(text).replaceAll("·");
        return seen.length() <= longest ? seen : seen.substring(0, longest - 1) + "…";
    }
}

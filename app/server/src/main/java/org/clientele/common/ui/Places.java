package org.clientele.common.ui;

import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the places {0} to {9} of a plugin's text. Nothing else in it means anything, unlike in the portal's own texts. */
public final class Places {
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");

    private Places() {}

    /** The text with each place filled by what the function gives for its number. */
    public static String fill(String text, IntFunction<String> part) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(part.apply(Integer.parseInt(place.group(1)))));
    }
}

package org.clientele.guide;

import org.clientele.common.Problem;

/**
 * What a guide says in one language.
 *
 * @param signs how such a customer is recognised: character
 * @param advice what to do, one piece of advice a line: needs
 */
public record GuideText(String signs, String advice) {
    public static final int SIGNS_LENGTH = 1_000;
    public static final int ADVICE_LENGTH = 4_000;

    /** The text without blank ends and empty lines. Fails with a problem that says what is missing or too long. */
    GuideText tidy() {
        String tidy = String.join(
                "\n",
                advice.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList());
        GuideText text = new GuideText(signs.strip(), tidy);
        if (text.signs.isEmpty() || tidy.isEmpty()) {
            throw new Problem("guide.problem.empty");
        }
        if (text.signs.length() > SIGNS_LENGTH || tidy.length() > ADVICE_LENGTH) {
            throw new Problem("guide.problem.long", SIGNS_LENGTH, ADVICE_LENGTH);
        }
        return text;
    }
}

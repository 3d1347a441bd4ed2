package org.clientele.segment;

import java.util.Locale;

/**
 * A name or text in the portal's languages; where one is empty the other stands in for it.
 *
 * @param english may be empty
 * @param chinese may be empty
 */
public record LocalName(String english, String chinese) {
    public static final LocalName NONE = new LocalName("", "");

    public LocalName {
        english = english.strip();
        chinese = chinese.strip();
    }

    /** What is shown in English. */
    String inEnglish() {
        return english.isEmpty() ? chinese : english;
    }

    /** What is shown in Chinese. */
    String inChinese() {
        return chinese.isEmpty() ? english : chinese;
    }

    /** What is shown in a language of the portal. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("zh") ? inChinese() : inEnglish();
    }

    boolean isEmpty() {
        return inEnglish().isEmpty();
    }

    boolean isLongerThan(int most) {
        return english.length() > most || chinese.length() > most;
    }
}

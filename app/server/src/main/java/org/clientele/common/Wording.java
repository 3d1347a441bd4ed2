package org.clientele.common;

import java.util.Locale;

/** A text in both languages; where one was not written, the other stands for it. */
public record Wording(String english, String chinese) {
    public Wording {
        english = english.strip();
        chinese = chinese.strip();
    }

    /** The text as a reader of that language sees it. */
    public String in(Locale locale) {
        boolean wantsChinese = locale.getLanguage().equals("zh");
        String wanted = wantsChinese ? chinese : english;
        return wanted.isEmpty() ? (wantsChinese ? english : chinese) : wanted;
    }

    /** Whether it was written in neither language. */
    public boolean isBlank() {
        return english.isEmpty() && chinese.isEmpty();
    }

    /** Of the longer of the two. */
    public int length() {
        return Math.max(english.length(), chinese.length());
    }
}

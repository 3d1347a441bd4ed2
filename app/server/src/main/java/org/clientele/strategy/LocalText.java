package org.clientele.strategy;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.Texts;

/** A text in one language or several, by language tag. */
public record LocalText(Map<String, String> byLanguage) {
    public static final LocalText NONE = new LocalText(Map.of());
    static final String ENGLISH = "en";
    static final String CHINESE = "zh-CN";

    public LocalText {
        byLanguage = Map.copyOf(byLanguage);
    }

    static LocalText of(Vertical vertical, String key) {
        LocalText text = NONE;
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
            String found = vertical.texts().find(locale, key);
            text = found == null ? text : text.with(locale, found);
        }
        return text;
    }

    private static String tag(Locale locale) {
        return locale.getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }

    /** The text in a language, else in the other; empty when there is none. */
    public String in(Locale locale) {
        return Stream.of(tag(locale), ENGLISH, CHINESE)
                .map(tag -> byLanguage.getOrDefault(tag, ""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The same with another text in a language; an empty one takes it away. */
    public LocalText with(Locale locale, String text) {
        Map<String, String> changed = new TreeMap<>(byLanguage);
        if (text.isBlank()) {
            changed.remove(tag(locale));
        } else {
            changed.put(tag(locale), text.strip());
        }
        return new LocalText(changed);
    }

    public boolean isEmpty() {
        return byLanguage.isEmpty();
    }

    /** Puts the text under a key, in every language that there are texts of. */
    void putTo(Map<String, Map<String, String>> texts, String key) {
        texts.forEach((tag, words) -> words.put(key, in(Locale.forLanguageTag(tag))));
    }

    /** What a strategy's play offers. */
    public static String offerKey(String model, String segment, String play) {
        return Texts.playText(model, segment, play) + ".offer";
    }
}

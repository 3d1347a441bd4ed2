package org.clientele.plugins.definition;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Says findings in English and Chinese. */
final class FindingTexts {
    private static final int SHOWN = 12;
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private FindingTexts() {}

    static String message(Locale locale, FindingKind kind, String found, List<String> expected) {
        ResourceBundle texts = bundle(locale);
        String pattern = texts.getString(kind.key());
        String list = String.join(texts.getString("list.separator"), shown(texts, expected));
        return new MessageFormat(pattern, locale).format(new Object[] {word(texts, found), list});
    }

    static ResourceBundle bundle(Locale locale) {
        Locale supported = locale.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT;
        return ResourceBundle.getBundle(
                "org.clientele.plugins.definition.findings",
                supported,
                FindingTexts.class.getClassLoader(),
                NO_FALLBACK);
    }

    private static List<String> shown(ResourceBundle texts, List<String> expected) {
        List<String> shown = new ArrayList<>();
        expected.stream().limit(SHOWN).forEach(word -> shown.add(word(texts, word)));
        if (expected.size() > SHOWN) {
            shown.add("…");
        }
        return shown;
    }

    /** Words of ours ({@link Words}) are translated; what stands in the file is shown as it is. */
    private static String word(ResourceBundle texts, String word) {
        if (!word.startsWith(Words.MARK)) {
            return word;
        }
        try {
            return texts.getString(word);
        } catch (MissingResourceException e) {
            return word;
        }
    }
}

package org.clientele.common.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The portal's texts: one pair of files per feature under {@code vaadin-i18n}, in UTF-8, merged at the start. */
@Component
public class Translations implements I18NProvider {
    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private final Map<String, String> english = load("translations.properties");
    private final Map<String, String> chinese = load("translations_zh_CN.properties");

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(ENGLISH, CHINESE);
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        String text = (isChinese(locale) ? chinese : english).get(key);
        if (text == null) {
            text = english.getOrDefault(key, "!" + key);
        }
        if (params.length == 0) {
            return text;
        }
        Object[] arguments = Arrays.stream(params)
                .map(param -> DayText.argument(param, locale))
                .toArray();
        // An apostrophe is an apostrophe in our texts, not MessageFormat's quote.
        return new MessageFormat(text.replace("'", "''"), locale).format(arguments);
    }

    public static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals("zh");
    }

    private static Map<String, String> load(String fileName) {
        Map<String, String> texts = new HashMap<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:vaadin-i18n/*/" + fileName)) {
                Properties properties = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, text) -> texts.put((String) key, (String) text));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The portal's texts cannot be read from its own jar", failure);
        }
        return Map.copyOf(texts);
    }
}

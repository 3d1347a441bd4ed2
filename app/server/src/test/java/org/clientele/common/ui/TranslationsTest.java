package org.clientele.common.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class TranslationsTest {
    @Test
    void shouldHaveEveryTextInBothLanguages() throws Exception {
        Map<String, TreeSet<String>> english = keys("translations.properties");
        Map<String, TreeSet<String>> chinese = keys("translations_zh_CN.properties");
        assertThat(english).isNotEmpty();
        assertThat(chinese).isEqualTo(english);
    }

    @Test
    void shouldKeepTheFeatureInFrontOfEveryKey() throws Exception {
        keys("translations.properties").forEach((feature, keys) -> assertThat(keys)
                .allSatisfy(key -> assertThat(key).startsWith(feature + ".")));
    }

    @Test
    void shouldShowApostrophesAsTheyAre() {
        Translations translations = new Translations();
        assertThat(translations.getTranslation("portal.shell.person", Locale.ENGLISH, "O'Hara"))
                .isEqualTo("Signed in as O'Hara");
    }

    @Test
    void shouldWriteDaysInTheLanguageOfTheText() {
        Translations translations = new Translations();
        LocalDate day = LocalDate.of(2026, 11, 22);
        assertThat(translations.getTranslation("plugin.refused.signer-early", Locale.ENGLISH, "Ann", day))
                .isEqualTo("The certificate of “Ann” is valid only from 22 Nov 2026.");
        assertThat(translations.getTranslation("plugin.refused.signer-early", Locale.SIMPLIFIED_CHINESE, "安", day))
                .isEqualTo("“安”的证书自 2026年11月22日 起才有效。");
    }

    private static Map<String, TreeSet<String>> keys(String fileName) throws Exception {
        Map<String, TreeSet<String>> keys = new TreeMap<>();
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:vaadin-i18n/*/" + fileName)) {
            String[] path = file.getURL().getPath().split("/", -1);
            Properties properties = new Properties();
            try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
            keys.put(path[path.length - 2], new TreeSet<>(properties.stringPropertyNames()));
        }
        return keys;
    }
}

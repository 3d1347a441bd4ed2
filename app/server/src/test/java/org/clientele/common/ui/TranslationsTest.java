package org.clientele.common.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
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

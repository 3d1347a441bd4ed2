package org.clientele.plugins.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingTextsTest {
    private static final ResourceBundle ENGLISH = FindingTexts.bundle(Locale.ENGLISH);
    private static final ResourceBundle CHINESE = FindingTexts.bundle(Locale.SIMPLIFIED_CHINESE);

    @ParameterizedTest
    @EnumSource(FindingKind.class)
    void shouldSayEveryKindInBothLanguages(FindingKind kind) {
        assertThat(ENGLISH.containsKey(kind.key())).isTrue();
        assertThat(CHINESE.getString(kind.key())).isNotEqualTo(ENGLISH.getString(kind.key()));
    }

    @Test
    void shouldSayOurWordsInBothLanguages() throws IllegalAccessException {
        for (Field field : Words.class.getDeclaredFields()) {
            String word = String.valueOf(field.get(null));
            if (!word.equals(Words.MARK)) {
                assertThat(ENGLISH.containsKey(word)).as(word).isTrue();
            }
        }
        assertThat(CHINESE.keySet()).isEqualTo(ENGLISH.keySet());
    }
}

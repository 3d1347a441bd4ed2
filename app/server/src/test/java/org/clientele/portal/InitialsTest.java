package org.clientele.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {
    @ParameterizedTest
    @CsvSource({"Zhou Yan 周岩,ZY", "ada lovelace,AL", "Jean Paul Martin,JP", "王芳,王芳", "欧阳建国,建国", "Émile,É", "42,''"})
    void shouldShortenANameAsItsScriptDoes(String name, String initials) {
        assertThat(Initials.of(name)).isEqualTo(initials);
    }
}

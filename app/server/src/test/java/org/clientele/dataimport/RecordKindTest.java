package org.clientele.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import org.clientele.plugin.records.RecordKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordKindTest {
    @ParameterizedTest
    @EnumSource
    void shouldHaveAWordInTheWizard(RecordKind kind) throws IOException {
        assertThat(words("translations.properties")).containsKey("dataimport.target." + kind.id());
        assertThat(words("translations_zh_CN.properties")).containsKey("dataimport.target." + kind.id());
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeToldOfInTheGuide(RecordKind kind) throws IOException {
        assertThat(Files.readString(Path.of("..", "..", "docs", "plugins.md"))).contains("`" + kind.file() + ".csv`");
    }

    private static Properties words(String file) throws IOException {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(RecordKindTest.class.getResourceAsStream("/vaadin-i18n/dataimport/" + file)),
                StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}

package org.clientele.dataimport.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.clientele.engine.column.Value;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.VerticalReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The units that the real estate recipe makes, in the language of whoever asks for them. */
class RecipeWordsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    @Test
    void shouldNameProjectsInTheLanguageOfTheReader() {
        assertThat(projects(Locale.ENGLISH))
                .containsExactly(
                        "Central Residence", "Cloud Garden", "Lakeside Lane", "Oriental Court", "Riverside One");
        assertThat(projects(Locale.SIMPLIFIED_CHINESE)).contains("江湾一号", "湖畔里").hasSize(5);
    }

    @Test
    void shouldMakeTheSameRowsInEveryLanguage() {
        SampleSet english = make(Locale.ENGLISH);
        SampleSet chinese = make(Locale.SIMPLIFIED_CHINESE);

        assertThat(english.references().getFirst().fields().get("price", 7))
                .isEqualTo(chinese.references().getFirst().fields().get("price", 7));
        assertThat(english.rows()).isEqualTo(chinese.rows());
    }

    private static Set<String> projects(Locale reader) {
        SampleSet.ReferenceRows units = make(reader).references().getFirst();
        Set<String> projects = new TreeSet<>();
        for (int row = 0; row < units.keys().size(); row++) {
            projects.add(((Value.Text) units.fields().get("project", row)).text());
        }
        return projects;
    }

    private static SampleSet make(Locale reader) {
        VerticalReader.Result.Valid estate = read("realestate");
        UnaryOperator<String> words = word -> {
            String said = estate.texts().find(reader, Texts.sample(word));
            return said == null ? word : said;
        };
        return SampleData.make(estate.definition(), 2, DAY, words);
    }

    /** The definition of a bundled industry. */
    static VerticalDefinition definition(String industry) {
        return read(industry).definition();
    }

    private static VerticalReader.Result.Valid read(String industry) {
        Path sources = Path.of("..", "..", "plugins", industry, "src", "main", "resources");
        return (VerticalReader.Result.Valid) VerticalReader.read(name -> bytes(sources.resolve(name)));
    }

    private static byte @Nullable [] bytes(Path file) {
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : null;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

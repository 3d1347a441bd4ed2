package org.clientele.dataimport.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.clientele.engine.column.Value;
import org.clientele.plugin.VerticalFixture;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.definition.VerticalReader;
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
        VerticalReader.Result.Valid estate = VerticalFixture.read("realestate");
        UnaryOperator<String> words = word -> {
            String said = estate.texts().find(reader, Texts.sample(word));
            return said == null ? word : said;
        };
        return SampleData.make(estate.definition(), 2, DAY, words);
    }
}

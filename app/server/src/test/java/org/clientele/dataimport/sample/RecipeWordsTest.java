package org.clientele.dataimport.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.clientele.engine.column.Value;
import org.clientele.plugin.VerticalFixture;
import org.clientele.plugins.definition.VerticalReader;
import org.junit.jupiter.api.Test;

/** The units that the real estate recipe makes, in the words of whoever asks for them. */
class RecipeWordsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
    private static final UnaryOperator<String> AS_WRITTEN = word -> word;
    private static final UnaryOperator<String> IN_FRENCH =
            word -> word.endsWith("Lakeside Lane") ? "Allée du Lac" : word;

    @Test
    void shouldNameProjectsInBothLanguagesAsProperNames() {
        assertThat(projects(AS_WRITTEN))
                .containsExactly(
                        "东方锦园 Oriental Court",
                        "中央公馆 Central Residence",
                        "云栖花园 Cloud Garden",
                        "江湾一号 Riverside One",
                        "湖畔里 Lakeside Lane");
    }

    @Test
    void shouldUseTheReadersWordWhereThereIsOne() {
        assertThat(projects(IN_FRENCH))
                .contains("Allée du Lac", "江湾一号 Riverside One")
                .doesNotContain("湖畔里 Lakeside Lane")
                .hasSize(5);
    }

    @Test
    void shouldMakeTheSameRowsInEveryLanguage() {
        SampleSet written = make(AS_WRITTEN);
        SampleSet french = make(IN_FRENCH);

        assertThat(written.references().getFirst().fields().get("price", 7))
                .isEqualTo(french.references().getFirst().fields().get("price", 7));
        assertThat(written.rows()).isEqualTo(french.rows());
    }

    private static Set<String> projects(UnaryOperator<String> words) {
        SampleSet.ReferenceRows units = make(words).references().getFirst();
        Set<String> projects = new TreeSet<>();
        for (int row = 0; row < units.keys().size(); row++) {
            projects.add(((Value.Text) units.fields().get("project", row)).text());
        }
        return projects;
    }

    private static SampleSet make(UnaryOperator<String> words) {
        VerticalReader.Result.Valid estate = VerticalFixture.read("realestate");
        return SampleData.make(estate.definition(), 2, DAY, words);
    }
}

package org.clientele.plugins.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
    private static final List<String> KNOWN = List.of("gender", "recency_days", "frequency", "days");

    @Test
    void shouldNameWhatIsTwoEditsAwayNearestFirst() {
        assertThat(Spelling.nearest("frequenzy", KNOWN)).containsExactly("frequency");
        assertThat(Spelling.nearest("dats", List.of("days", "dates"))).containsExactly("days", "dates");
    }

    @Test
    void shouldNameWhatIsAPartOfItOrItIsAPartOf() {
        assertThat(Spelling.nearest("recency", KNOWN)).containsExactly("recency_days");
        assertThat(Spelling.nearest("frequency_365", KNOWN)).containsExactly("frequency");
    }

    @Test
    void shouldNameTheFirstDozenWhenNothingIsNear() {
        assertThat(Spelling.nearest("monetary", KNOWN)).isEqualTo(KNOWN);
        assertThat(Spelling.nearest("x", KNOWN)).isEqualTo(KNOWN);
    }
}

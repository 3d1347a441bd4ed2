package org.clientele.plugins.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentMentionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "segment_pyramid == 'gold';gold",
                "'gold' != segment_pyramid;gold",
                "segment_pyramid in ['gold', 'iron'];gold iron",
                "!(changed_from(segment_pyramid, 'iron', 30));iron",
                "changed_to(segment_pyramid, 'gold', 30) && days_in(segment_pyramid) > 5;gold",
                "changed(segment_pyramid, 'iron', 'gold', 30);iron gold",
                "segment_pyramid == 'gold' || segment_age == 'old';gold",
                "days_in(segment_pyramid) > 30;''",
                "missing(segment_pyramid) && segment_age == 'gold';''"
            },
            quoteCharacter = '~')
    void shouldFindTheSegmentsThatAConditionNames(String condition, String segments) {
        ExpressionResult result = ConditionLanguage.check(condition, Scope.member(vertical()));
        assertThat(result).isInstanceOf(ExpressionResult.Checked.class);
        Set<String> found = SegmentMentions.of(((ExpressionResult.Checked) result).expression(), "pyramid");
        assertThat(found).isEqualTo(segments.equals("''") ? Set.of() : Set.of(segments.split(" ")));
    }

    private static VerticalDefinition vertical() {
        return new VerticalDefinition(
                "shop",
                "shapes",
                "USD",
                "purchase",
                "value",
                List.of(),
                List.of(),
                List.of(),
                List.of(cycle("pyramid", "gold", "iron"), cycle("age", "old", "gold")),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private static ModelDefinition cycle(String id, String first, String second) {
        return new ModelDefinition.LifeCycle(
                id,
                List.of(new SegmentDefinition(first, null), new SegmentDefinition(second, null)),
                null,
                Map.of(),
                List.of());
    }
}

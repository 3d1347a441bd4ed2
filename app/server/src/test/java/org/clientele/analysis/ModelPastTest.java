package org.clientele.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.clientele.plugin.DefinitionBuilder;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Rule;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.segment.PowerDefinition;
import org.junit.jupiter.api.Test;

class ModelPastTest {
    private final VerticalDefinition vertical = DefinitionBuilder.like(PowerDefinition.definition())
            .models(
                    rules("fixed", "demand == \"vital\""),
                    rules("fixed_by_another", "segment_fixed == \"yes\""),
                    rules("dated", "contract_end < in_months(1)"),
                    rules("bought", "age > 60 && frequency > 3"),
                    rules("bought_by_another", "segment_bought == \"yes\""))
            .build();
    private final ModelPast past = new ModelPast(vertical);

    @Test
    void shouldKnowByWhichModelsCustomersCanMove() {
        assertThat(past.moving())
                .extracting(ModelDefinition::id)
                .containsExactly("dated", "bought", "bought_by_another");
        assertThat(past.has(model("fixed_by_another"))).isFalse();
    }

    @Test
    void shouldNameTheAttributesThatAModelGoesBy() {
        assertThat(past.attributes(model("bought"))).containsExactly("age");
        assertThat(past.attributes(model("fixed_by_another"))).isEmpty();
    }

    private ModelDefinition model(String id) {
        return Objects.requireNonNull(vertical.model(id));
    }

    private static ModelDefinition rules(String id, String when) {
        return new ModelDefinition.Rules(
                id,
                List.of(new SegmentDefinition("yes", null)),
                null,
                ModelDefinition.Rules.Match.FIRST,
                List.of(new Rule("yes", when, null)),
                null);
    }
}

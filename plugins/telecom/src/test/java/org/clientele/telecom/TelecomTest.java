package org.clientele.telecom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.CheckDefinition;
import org.clientele.plugins.api.GuideDefinition;
import org.clientele.plugins.api.ImportPreset;
import org.clientele.plugins.api.ModelDefinition.Churn;
import org.clientele.plugins.testing.VerticalContractTest;
import org.junit.jupiter.api.Test;

class TelecomTest extends VerticalContractTest {
    /** Whether somebody has been billed is a figure; what to do follows from the other models. */
    @Override
    protected Set<String> modelsWithoutStrategies() {
        return Set.of("billing");
    }

    @Test
    void shouldDescribeEachOfTheTenBusinessClasses() {
        AttributeDefinition classes = Objects.requireNonNull(definition().attribute("business_class"));

        assertThat(classes.values()).hasSize(10).last().isEqualTo("other");
        assertThat(definition().guides().stream().filter(guide -> guide.group().equals("industry")))
                .extracting(GuideDefinition::value)
                .containsExactlyElementsOf(classes.values());
    }

    @Test
    void shouldAskForTheNameAndTheShareOfAnOtherIndustry() {
        assertThat(definition().checks().stream().filter(check -> "business_class == \"other\"".equals(check.when())))
                .extracting(CheckDefinition::require)
                .containsExactly(
                        "!missing(other_industry_name)", "other_industry_share > 0.0 && other_industry_share <= 100.0");
    }

    @Test
    void shouldNotLearnFromWhatIsKnownOnlyAfterACustomerLeft() {
        Churn churn = definition().models().stream()
                .filter(Churn.class::isInstance)
                .map(Churn.class::cast)
                .findFirst()
                .orElseThrow();

        assertThat(churn.features()).doesNotContain("churned").hasSize(17);
        assertThat(churn.left()).isEqualTo("gone");
    }

    @Test
    void shouldReadEveryColumnOfTheChurnFile() {
        ImportPreset preset = definition().imports().stream()
                .filter(p -> p.id().equals("telco_churn"))
                .findFirst()
                .orElseThrow();

        assertThat(preset.columns().stream().map(ImportPreset.Column::from).flatMap(List::stream))
                .containsExactlyElementsOf(preset.header());
    }
}

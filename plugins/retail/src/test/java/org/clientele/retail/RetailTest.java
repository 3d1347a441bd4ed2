package org.clientele.retail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.clientele.plugins.api.ImportPreset;
import org.clientele.plugins.api.ModelDefinition.LifeCycle;
import org.clientele.plugins.api.ModelDefinition.Rfm;
import org.clientele.plugins.api.ModelDefinition.Rules;
import org.clientele.plugins.api.ModelDefinition.Tiers;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.TileDefinition.Kind;
import org.clientele.plugins.testing.VerticalContractTest;
import org.junit.jupiter.api.Test;

class RetailTest extends VerticalContractTest {
    /** Groupings for reports and filters: what to do follows from the other models. */
    @Override
    protected Set<String> modelsWithoutStrategies() {
        return Set.of(
                "groups",
                "pareto",
                "abc",
                "age_group",
                "pay_band",
                "buying_habit",
                "spend_level",
                "satisfaction_level",
                "recommendation_group",
                "engagement_level");
    }

    @Test
    void shouldGiveEveryCellOfTheGridOneOfTheElevenLabels() {
        Rfm rfm = model(Rfm.class, "rfm");
        Set<String> used = new TreeSet<>();
        rfm.grid().forEach(used::addAll);

        assertThat(rfm.grid()).hasSize(5).allSatisfy(row -> assertThat(row).hasSize(5));
        assertThat(rfm.segments()).hasSize(11);
        assertThat(used)
                .containsExactlyInAnyOrderElementsOf(
                        rfm.segments().stream().map(SegmentDefinition::id).toList());
        assertThat(rfm.grid().get(4).get(4)).isEqualTo("champions");
        assertThat(rfm.grid().get(0).get(0)).isEqualTo("lost");
    }

    @Test
    void shouldSplitThePyramidAsTheSourceDoes() {
        Tiers pyramid = model(Tiers.class, "pyramid");

        assertThat(pyramid.method()).isEqualTo(Tiers.Method.PERCENTILE);
        assertThat(pyramid.borders()).containsExactly(0.01, 0.04, 0.15);
        assertThat(pyramid.segments())
                .extracting(SegmentDefinition::id)
                .containsExactly("platinum", "gold", "iron", "lead");
    }

    @Test
    void shouldPutAnAgeOnABorderIntoTheOlderGroup() {
        assertThat(model(Rules.class, "age_group").ranked()).isFalse();
        assertThat(model(Rules.class, "age_group").rules())
                .extracting(rule -> rule.segment() + ": " + rule.when())
                .containsExactly("under_18: age < 18", "from_18: age < 45", "from_45: age < 60", "from_60: age >= 60");
    }

    @Test
    void shouldLeadFromPotentialToLapsed() {
        LifeCycle lifeCycle = model(LifeCycle.class, "life_cycle");

        assertThat(lifeCycle.course()).containsExactly("potential", "new", "growing", "mature", "declining", "lapsed");
        assertThat(lifeCycle.stages().getLast().when()).isEqualTo("true");
    }

    @Test
    void shouldReadReturnsOfOnlineRetailFromTheInvoiceNumber() {
        ImportPreset preset = definition().imports().stream()
                .filter(p -> p.id().equals("online_retail"))
                .findFirst()
                .orElseThrow();

        assertThat(preset.columns())
                .contains(
                        new ImportPreset.Column(
                                "is_return", List.of("InvoiceNo"), ImportPreset.Transform.STARTS_WITH, "C"),
                        new ImportPreset.Column(
                                "amount", List.of("Quantity", "UnitPrice"), ImportPreset.Transform.MULTIPLY, null));
    }

    @Test
    void shouldOpenWithSixKeyFigures() {
        assertThat(definition().tiles().stream().limit(6).map(tile -> tile.kind()))
                .containsExactly(
                        Kind.CUSTOMERS,
                        Kind.ACTIVE,
                        Kind.REVENUE,
                        Kind.AVERAGE_BASKET,
                        Kind.REPEAT_RATE,
                        Kind.SEGMENT_SHARE);
    }
}

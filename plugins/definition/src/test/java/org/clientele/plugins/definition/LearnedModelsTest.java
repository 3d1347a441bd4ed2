package org.clientele.plugins.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Clv;
import org.clientele.plugins.api.ModelDefinition.Tiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lifetime value and groups of like customers as a vertical declares them. */
class LearnedModelsTest {
    private static final String SHOP = """
            id: shop
            icon: store
            currency: EUR
            primaryActivity: purchase
            valueMetric: spend
            activities:
              - id: purchase
                icon: shopping-cart
                fields: [{ id: amount, type: money }, { id: returned, type: boolean }]
                amount: amount
              - id: visit
                icon: door-open
                fields: [{ id: kind, type: text }]
            metrics:
              - { id: spend, type: money, layer: value, aggregate: sum, activity: purchase, field: amount }
              - { id: visits, type: count, layer: value, aggregate: count, activity: visit }
            models:
              - id: lifetime
                kind: clv
                activity: purchase
                where: '!returned'
                purchases: pareto_nbd
                weeks: 26
                yearlyDiscount: 0.1
                method: percentile
                shares: [0.2, 0.3, 0.5]
                segments: [{ id: high }, { id: middle }, { id: low }]
              - id: groups
                kind: clusters
                population: spend > 0.0
                fields: [spend, visits]
                count: 2
                segments: [{ id: one }, { id: two }, { id: three }]
            """;

    @Test
    void shouldReadALifetimeValue() {
        assertThat(DefinitionReaderTest.valid(SHOP).model("lifetime")).isInstanceOfSatisfying(Clv.class, clv -> {
            assertThat(clv.activity()).isEqualTo("purchase");
            assertThat(clv.where()).isEqualTo("!returned");
            assertThat(clv.purchases()).isEqualTo(Clv.Purchases.PARETO_NBD);
            assertThat(clv.weeks()).isEqualTo(26);
            assertThat(clv.yearlyDiscount()).isEqualTo(0.1);
            assertThat(clv.tiers())
                    .isEqualTo(new Tiers(
                            "lifetime", clv.segments(), null, "$value", Tiers.Method.PERCENTILE, List.of(0.2, 0.3)));
        });
    }

    @Test
    void shouldLookAYearAheadByTheUsualModelWithoutDiscountUnlessToldOtherwise() {
        ModelDefinition model = DefinitionReaderTest.valid(
                        SHOP.replaceAll(" +(purchases: p|weeks|yearly|where).*\n", ""))
                .model("lifetime");

        assertThat(model).isInstanceOfSatisfying(Clv.class, clv -> {
            assertThat(clv.purchases()).isEqualTo(Clv.Purchases.BG_NBD);
            assertThat(clv.weeks()).isEqualTo(52);
            assertThat(clv.yearlyDiscount()).isZero();
            assertThat(clv.where()).isNull();
        });
    }

    @Test
    void shouldReadClustersAndUseEverySegmentUnlessToldOtherwise() {
        assertThat(DefinitionReaderTest.valid(SHOP).model("groups"))
                .isInstanceOfSatisfying(ModelDefinition.Clusters.class, clusters -> {
                    assertThat(clusters.fields()).containsExactly("spend", "visits");
                    assertThat(clusters.population()).isEqualTo("spend > 0.0");
                    assertThat(clusters.count()).isEqualTo(2);
                    assertThat(clusters.seed()).isEqualTo(1);
                    assertThat(clusters.frozen()).isEmpty();
                });
        assertThat(DefinitionReaderTest.valid(SHOP.replace("    count: 2\n", ""))
                        .model("groups"))
                .isInstanceOfSatisfying(ModelDefinition.Clusters.class, clusters -> assertThat(clusters.count())
                        .isEqualTo(3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            activity: purchase\\n    where | activity: visit\\n    where | WRONG_KIND | 20:15 | /models/0/activity | visit | [amount]
            activity: purchase\\n    where | activity: buying\\n    where | UNKNOWN_REFERENCE | 20:15 | /models/0/activity | buying | [purchase, visit]
            '!returned' | '!returnd' | EXPRESSION_UNKNOWN_NAME | 21:14 | /models/0/where | returnd | [returned]
            purchases: pareto_nbd | purchases: pareto | VALUE_NOT_LISTED | 22:16 | /models/0/purchases | pareto | [bg_nbd, pareto_nbd]
            weeks: 26 | weeks: 0 | OUT_OF_RANGE | 23:12 | /models/0/weeks | 0 | [> 0]
            yearlyDiscount: 0.1 | yearlyDiscount: -1 | OUT_OF_RANGE | 24:21 | /models/0/yearlyDiscount | -1 | [≥ 0]
            shares: [0.2, 0.3, 0.5] | shares: [0.2, 0.3, 0.6] | SHARES_NOT_ONE | 26:13 | /models/0/shares | 1.1 | []
            shares: [0.2, 0.3, 0.5] | shares: [0.2, 0.8] | WRONG_COUNT | 26:13 | /models/0/shares | 2 | [3]
            fields: [spend, visits] | fields: [spend, visit] | UNKNOWN_REFERENCE | 31:21 | /models/1/fields/1 | visit | [visits]
            count: 2 | count: 4 | OUT_OF_RANGE | 32:12 | /models/1/count | 4 | [≤ 3]
            count: 2 | count: 1 | OUT_OF_RANGE | 32:12 | /models/1/count | 1 | [≥ 2]
            population: spend > 0.0 | population: spend | EXPRESSION_ANSWER | 30:17 | /models/1/population | word.number | [word.truth]
            """)
    void shouldSayWhatIsWrongAndWhere(
            String part, String wrong, FindingKind kind, String place, String path, String found, String expected) {
        DefinitionReaderTest.assertFinding(SHOP, part, wrong, kind, place, path, found, expected);
    }
}

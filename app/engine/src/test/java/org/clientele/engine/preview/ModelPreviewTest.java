package org.clientele.engine.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.clientele.engine.Fixtures;
import org.clientele.engine.Snapshot;
import org.clientele.engine.Snapshots;
import org.clientele.engine.TestData;
import org.clientele.engine.comparison.Migration;
import org.clientele.engine.model.ModelResult;
import org.clientele.engine.model.RulesResult;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Tiers.Method;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Previews over the purchases of CDNOW. */
class ModelPreviewTest {
    private static Snapshot snapshot;

    @BeforeAll
    static void compute() {
        snapshot = Snapshots.of(Fixtures.retail()).compute(TestData.columns(TestData.cdnow()), TestData.CDNOW_END);
    }

    @Test
    void shouldMoveNobodyWhileNothingIsChanged() {
        Effect effect = new ModelPreview(snapshot, "rfm").of(Fixtures.RFM);
        assertThat(effect.moved()).isZero();
        assertThat(effect.movers(5)).isEmpty();
        for (int segment = 0; segment < effect.after().segmentCount(); segment++) {
            assertThat(effect.countAfter(segment)).isEqualTo(effect.countBefore(segment));
        }
    }

    @Test
    void shouldSayTheSameAsTheModelItselfForAnyEdit() {
        Random random = new Random(4);
        ModelPreview preview = new ModelPreview(snapshot, "rfm");
        for (int i = 0; i < 40; i++) {
            ModelDefinition.Rfm draft = rfm(random);
            sameAs(snapshot.preview(draft), preview.of(draft));
        }
    }

    @Test
    void shouldSayTheSameAsTheModelItselfForAnyTiers() {
        Random random = new Random(5);
        ModelPreview preview = new ModelPreview(snapshot, "pyramid");
        for (int i = 0; i < 40; i++) {
            double first = 0.01 + random.nextDouble() / 4;
            Method method = Method.values()[random.nextInt(3)];
            List<Double> borders = method == Method.FIXED
                    ? List.of(1000 * first + 50, 1000 * first + 20, 1000 * first)
                    : method == Method.PERCENTILE ? List.of(first, first, first) : List.of(first, 2 * first, 3 * first);
            ModelDefinition.Tiers draft = new ModelDefinition.Tiers(
                    "pyramid", Fixtures.PYRAMID.segments(), null, Fixtures.PYRAMID.metric(), method, borders);
            sameAs(snapshot.preview(draft), preview.of(draft));
        }
    }

    @Test
    void shouldCountForEachConditionWhomItHoldsForAndWhomItDecides() {
        ModelPreview preview = new ModelPreview(snapshot, "life_cycle");
        ModelDefinition.LifeCycle model = Fixtures.LIFE_CYCLE;
        for (double add : new double[] {0, 30, 0, 90}) {
            Map<String, Double> parameters = new LinkedHashMap<>(model.parameters());
            parameters.replaceAll((name, value) -> value + add);
            ModelDefinition.LifeCycle draft =
                    new ModelDefinition.LifeCycle("life_cycle", model.segments(), null, parameters, model.stages());
            Effect effect = preview.of(draft);
            sameAs(snapshot.preview(draft), effect);
            RulesResult result = (RulesResult) effect.after();
            int decided = result.ruleCounts().stream()
                    .mapToInt(RulesResult.RuleCount::decided)
                    .sum();
            assertThat(decided).isEqualTo(Arrays.stream(result.counts()).sum());
            assertThat(result.ruleCounts()).allMatch(count -> count.decided() <= count.held());
            assertThat(result.ruleCounts().getFirst().held())
                    .isEqualTo(result.ruleCounts().getFirst().decided());
        }
    }

    @Test
    void shouldNameThoseWhoMoveByTheirValue() {
        ModelPreview preview = new ModelPreview(snapshot, "rfm");
        Effect effect = preview.of(rfm(new Random(9)));
        assertThat(effect.everyMover(Effect.Way.ANY, ModelResult.NONE))
                .hasSize((int) effect.moved())
                .startsWith(effect.movers(20));
        assertThat(effect.everyMover(Effect.Way.IN, 0))
                .hasSize((int) effect.migration().byCustomers(0).in());
        assertThat(effect.everyMover(Effect.Way.OUT, 0))
                .hasSize((int) effect.migration().byCustomers(0).out());
        int[] movers = effect.movers(20);
        assertThat(movers).hasSize(20);
        for (int i = 0; i < movers.length; i++) {
            assertThat(effect.from(movers[i])).isNotEqualTo(effect.to(movers[i]));
            if (i > 0) {
                assertThat(worth(movers[i])).isLessThanOrEqualTo(worth(movers[i - 1]));
            }
        }
        for (int mover : effect.movers(0, 20)) {
            assertThat(List.of(effect.from(mover), effect.to(mover))).contains(0);
        }
    }

    @Test
    void shouldSpreadEveryCustomerOverTheBars() {
        ModelPreview preview = new ModelPreview(snapshot, "rfm");
        Histogram histogram = preview.histogram("monetary", 40);
        assertThat(histogram.counts()).hasSize(40);
        assertThat(histogram.counts().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(snapshot.customers().size());
        assertThat(histogram.high()).isGreaterThan(histogram.low());
    }

    private static long worth(int customer) {
        return snapshot.metrics().column("monetary").order(customer);
    }

    private static void sameAs(ModelResult naive, Effect effect) {
        assertThat(effect.after().segments()).isEqualTo(naive.segments());
        int[] counts = naive.counts();
        long moved = 0;
        for (int segment = 0; segment < counts.length; segment++) {
            assertThat(effect.countAfter(segment)).isEqualTo(counts[segment]);
            Migration.Flow flow = effect.migration().byCustomers(segment);
            assertThat(flow.start() + flow.in() - flow.out()).isEqualTo(flow.end());
        }
        for (int customer = 0; customer < naive.size(); customer++) {
            moved += effect.before().segment(customer) == naive.segment(customer) ? 0 : 1;
        }
        assertThat(effect.moved()).isEqualTo(moved);
    }

    private static ModelDefinition.Rfm rfm(Random random) {
        ModelDefinition.Rfm usual = Fixtures.RFM;
        return new ModelDefinition.Rfm(
                "rfm",
                usual.segments(),
                null,
                usual.recency(),
                usual.frequency(),
                usual.monetary(),
                random.nextInt(3) == 0 ? List.of() : cuts(random, 120),
                random.nextInt(3) == 0 ? List.of() : cuts(random, 2),
                random.nextInt(3) == 0 ? List.of() : cuts(random, 40),
                List.of(1.0, 1 + random.nextDouble(), 1.0),
                usual.grid());
    }

    private static List<Double> cuts(Random random, double step) {
        List<Double> cuts = new ArrayList<>();
        double at = 0;
        for (int i = 0; i < 4; i++) {
            at += step * (0.1 + random.nextDouble());
            cuts.add(at);
        }
        return cuts;
    }
}

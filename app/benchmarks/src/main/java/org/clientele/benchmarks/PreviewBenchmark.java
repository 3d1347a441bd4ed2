package org.clientele.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.clientele.engine.Snapshot;
import org.clientele.engine.Snapshots;
import org.clientele.engine.model.ModelEngine;
import org.clientele.engine.preview.Effect;
import org.clientele.engine.preview.ModelPreview;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.VerticalDefinition;

/**
 * Previews while a model is edited, as the studio asks for them: each edit a new draft, with counts, value and change of every segment and the
 * customers worth most who move. The same edits evaluated from nothing are the peer. Arguments: customers (1000000), edits (200).
 */
final class PreviewBenchmark {
    private static final String CUSTOMERS = "1000000";
    private static final String EDITS = "200";
    private static final int WARM_UP = 40;
    private static final int SAMPLE = 12;

    private PreviewBenchmark() {}

    static void run(List<String> arguments) {
        int customers = Integer.parseInt(arguments.stream().findFirst().orElse(CUSTOMERS));
        int edits = Integer.parseInt(arguments.stream().skip(1).findFirst().orElse(EDITS));
        VerticalDefinition definition = RetailData.definition(Set.of("rfm", "pyramid", "life_cycle", "pareto"));
        LocalDate day = LocalDate.of(2026, 6, 30);
        Snapshot snapshot = Snapshots.of(definition)
                .compute(RetailData.columns(definition, customers, SkewedPurchases.of(customers, day)), day);
        Random random = new Random(26);
        ModelDefinition.Rfm rfm = (ModelDefinition.Rfm) snapshot.result("rfm").model();
        measure("rfm, one axis dragged", snapshot, edits, () -> dragged(rfm, random));
        measure("rfm, a label or a weight", snapshot, edits, () -> weighted(rfm, random));
        measure("tiers, fixed", snapshot, edits, () -> tiers(snapshot, "pyramid", random, true));
        measure("tiers, by share of customers", snapshot, edits, () -> tiers(snapshot, "pyramid", random, false));
        measure("tiers, by cumulative share", snapshot, edits, () -> cumulative(snapshot, random));
        ModelDefinition.LifeCycle cycle =
                (ModelDefinition.LifeCycle) snapshot.result("life_cycle").model();
        measure("life cycle, one threshold", snapshot, edits, () -> threshold(cycle, random));
    }

    private static void measure(String what, Snapshot snapshot, int edits, Supplier<ModelDefinition> edit) {
        String model = edit.get().id();
        ModelPreview preview = new ModelPreview(snapshot, model);
        Timings timings = new Timings(what);
        Timings peer = new Timings(what + ", from nothing");
        long moved = 0;
        for (int i = 0; i < WARM_UP + edits; i++) {
            ModelDefinition draft = edit.get();
            long begin = System.nanoTime();
            Effect effect = preview.of(draft);
            effect.movers(SAMPLE);
            long taken = System.nanoTime() - begin;
            moved += effect.moved();
            if (i >= WARM_UP) {
                timings.add(taken);
            }
        }
        for (int i = 0; i < 20; i++) {
            ModelDefinition draft = edit.get();
            peer.time(() -> ModelEngine.evaluate(draft, snapshot.context()).counts());
        }
        System.out.println(timings.text());
        System.out.println(peer.text());
        System.out.println("  moved on average " + moved / (WARM_UP + edits));
    }

    private static ModelDefinition dragged(ModelDefinition.Rfm model, Random random) {
        List<Double> cuts = new ArrayList<>();
        double at = 0;
        for (int i = 0; i < 4; i++) {
            at += 20 + random.nextInt(200);
            cuts.add(at);
        }
        return rfm(model, cuts, model.weights());
    }

    private static ModelDefinition weighted(ModelDefinition.Rfm model, Random random) {
        return rfm(model, model.recencyCuts(), List.of(1.0, 0.5 + random.nextInt(5), 1.0));
    }

    private static ModelDefinition rfm(ModelDefinition.Rfm model, List<Double> recency, List<Double> weights) {
        return new ModelDefinition.Rfm(
                model.id(),
                model.segments(),
                model.source(),
                model.recency(),
                model.frequency(),
                model.monetary(),
                recency,
                model.frequencyCuts(),
                model.monetaryCuts(),
                weights,
                model.grid());
    }

    private static ModelDefinition tiers(Snapshot snapshot, String id, Random random, boolean fixed) {
        ModelDefinition.Tiers model =
                (ModelDefinition.Tiers) snapshot.result(id).model();
        double share = 0.01 + random.nextDouble() / 10;
        return new ModelDefinition.Tiers(
                model.id(),
                model.segments(),
                model.source(),
                model.metric(),
                fixed ? ModelDefinition.Tiers.Method.FIXED : ModelDefinition.Tiers.Method.PERCENTILE,
                fixed ? List.of(9_000 * share + 900, 500.0, 100.0) : List.of(share, 2 * share, 3 * share));
    }

    private static ModelDefinition cumulative(Snapshot snapshot, Random random) {
        ModelDefinition.Tiers model =
                (ModelDefinition.Tiers) snapshot.result("pareto").model();
        return new ModelDefinition.Tiers(
                model.id(),
                model.segments(),
                model.source(),
                model.metric(),
                ModelDefinition.Tiers.Method.CUMULATIVE,
                List.of(0.5 + random.nextDouble() * 0.4));
    }

    private static ModelDefinition threshold(ModelDefinition.LifeCycle model, Random random) {
        Map<String, Double> parameters = new LinkedHashMap<>(model.parameters());
        parameters.put("lapse_days", 300.0 + random.nextInt(200));
        return new ModelDefinition.LifeCycle(
                model.id(), model.segments(), model.source(), parameters, model.stages(), model.course());
    }
}

package org.clientele.segment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.segment.NewModel.Start.LifeCycle.Threshold;

/** Makes models of what somebody wishes, with cuts that split customers evenly. Stateless. */
final class ModelStarts {
    private static final int FEWEST_GROUPS = 2;

    /** Of groups that are looked for at first; the study of the model says which number fits. */
    private static final int GROUPS = 4;

    /** The colour of the greatest risk. */
    private static final int WORST = 9;

    /** Places of labels by recency, longest ago first, and level of frequency and monetary value, lowest first. */
    private static final int[][] LABELS = {
        {10, 10, 7, 8, 8}, {9, 9, 7, 7, 8}, {6, 6, 5, 1, 1}, {4, 2, 2, 1, 0}, {3, 2, 2, 0, 0}
    };

    private final String id;
    private final List<SegmentDefinition> segments;

    /** Colours of the stages, best first, by how well it goes. */
    private static final List<String> STAGES =
            List.of("segment-1", "segment-2", "segment-4", "segment-5", "segment-8", "segment-11");

    /** @param segments ids, best first */
    ModelStarts(String id, List<String> segments) {
        this.id = id;
        this.segments = segments.stream()
                .map(segment -> new SegmentDefinition(segment, null))
                .toList();
    }

    /** The model, {@link NewModel.Start.CopyOf} apart. */
    ModelDefinition of(NewModel.Start start) {
        return switch (start) {
            case NewModel.Start.Conditions(var match) ->
                new ModelDefinition.Rules(id, segments, null, match, List.of(), null);
            case NewModel.Start.Tiers(String metric) ->
                new ModelDefinition.Tiers(
                        id, segments, null, metric, ModelDefinition.Tiers.Method.PERCENTILE, evenShares());
            case NewModel.Start.Rfm rfm -> rfm(rfm);
            case NewModel.Start.LifeCycle cycle -> cycle(cycle);
            case NewModel.Start.Matrix matrix -> matrix(matrix);
            case NewModel.Start.Clusters(var fields) ->
                new ModelDefinition.Clusters(
                        id,
                        segments,
                        null,
                        null,
                        fields,
                        Math.max(FEWEST_GROUPS, Math.min(GROUPS, segments.size())),
                        1);
            case NewModel.Start.Lifetime lifetime ->
                new ModelDefinition.Clv(
                        id,
                        segments,
                        null,
                        lifetime.activity(),
                        null,
                        lifetime.purchases(),
                        lifetime.weeks(),
                        lifetime.yearlyDiscount(),
                        ModelDefinition.Tiers.Method.PERCENTILE,
                        evenShares());
            case NewModel.Start.Churn churn ->
                new ModelDefinition.Churn(
                        id, risks(), null, null, churn.outcome(), churn.features(), evenCuts(segments.size()), null);
            case NewModel.Start.CopyOf(String model) ->
                throw new IllegalArgumentException("Model %s is to be copied".formatted(model));
        };
    }

    private ModelDefinition rfm(NewModel.Start.Rfm rfm) {
        return new ModelDefinition.Rfm(
                id,
                segments,
                null,
                rfm.recency(),
                rfm.frequency(),
                rfm.monetary(),
                List.of(),
                List.of(),
                List.of(),
                List.of(1.0, 1.0, 1.0),
                Stream.of(LABELS)
                        .map(row -> IntStream.of(row).mapToObj(this::segment).toList())
                        .toList());
    }

    /** Whoever never bought has no last purchase; how often somebody bought may be counted within some time only. */
    private ModelDefinition cycle(NewModel.Start.LifeCycle cycle) {
        Map<String, Double> thresholds = new LinkedHashMap<>();
        for (Threshold threshold : Threshold.values()) {
            thresholds.put(threshold.id(), threshold.usual());
        }
        String recency = cycle.recency();
        String purchases = cycle.purchases();
        String mature = segment(0);
        String growing = segment(1);
        String recent = segment(2);
        String potential = segment(3);
        String declining = segment(4);
        String lapsed = segment(5);
        return new ModelDefinition.LifeCycle(
                id,
                IntStream.range(0, segments.size())
                        .mapToObj(place -> new SegmentDefinition(segment(place), STAGES.get(place)))
                        .toList(),
                null,
                thresholds,
                List.of(
                        stage(potential, "missing(%s)".formatted(recency)),
                        stage(lapsed, "%s > %s".formatted(recency, Threshold.LAPSE_DAYS.id())),
                        stage(declining, "%s > %s".formatted(recency, Threshold.DECLINE_DAYS.id())),
                        stage(recent, "%s <= 1".formatted(purchases)),
                        stage(mature, "%s >= %s".formatted(purchases, Threshold.MATURE_PURCHASES.id())),
                        stage(growing, "true")),
                List.of(potential, recent, growing, mature, declining, lapsed));
    }

    private static ModelDefinition.Rule stage(String segment, String condition) {
        return new ModelDefinition.Rule(segment, condition, null);
    }

    private String segment(int place) {
        return segments.get(place).id();
    }

    /** From the colour of those who are well to that of those who must not be lost. */
    private List<SegmentDefinition> risks() {
        return IntStream.range(0, segments.size())
                .mapToObj(place -> new SegmentDefinition(
                        segment(place),
                        "segment-" + (1 + Math.round((float) (WORST - 1) * place / Math.max(1, segments.size() - 1)))))
                .toList();
    }

    private ModelDefinition matrix(NewModel.Start.Matrix matrix) {
        List<List<String>> grid = new ArrayList<>();
        for (int row = 0; row < matrix.rowLevels(); row++) {
            grid.add(segments.subList(row * matrix.columnLevels(), (row + 1) * matrix.columnLevels()).stream()
                    .map(SegmentDefinition::id)
                    .toList());
        }
        return new ModelDefinition.Matrix(
                id,
                segments.reversed(),
                null,
                axis(matrix.rows(), matrix.rowLevels()),
                axis(matrix.columns(), matrix.columnLevels()),
                grid);
    }

    private static ModelDefinition.Matrix.Axis axis(String metric, int levels) {
        return new ModelDefinition.Matrix.Axis(metric, ModelDefinition.Matrix.Method.PERCENTILE, evenCuts(levels));
    }

    private List<Double> evenShares() {
        return Stream.generate(() -> rounded(1.0 / segments.size()))
                .limit(segments.size() - 1L)
                .toList();
    }

    private static List<Double> evenCuts(int parts) {
        return IntStream.range(1, parts)
                .mapToObj(part -> rounded((double) part / parts))
                .toList();
    }

    /** To whole percent, as somebody would type it. */
    private static double rounded(double share) {
        return Math.round(share * 100) / 100.0;
    }
}

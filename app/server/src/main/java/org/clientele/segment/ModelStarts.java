package org.clientele.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;

/** Makes models of what somebody wishes, with cuts that split customers evenly. Stateless. */
final class ModelStarts {
    private static final int FEWEST_GROUPS = 2;

    /** Of groups that are looked for at first; the study of the model says which number fits. */
    private static final int GROUPS = 4;

    private final String id;
    private final List<SegmentDefinition> segments;

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
                        id, segments, null, null, churn.outcome(), churn.features(), evenCuts(segments.size()), null);
            case NewModel.Start.CopyOf(String model) ->
                throw new IllegalArgumentException("Model %s is to be copied".formatted(model));
        };
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

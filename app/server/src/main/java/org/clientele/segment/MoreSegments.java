package org.clientele.segment;

import java.util.List;
import java.util.stream.Stream;
import org.clientele.common.Problem;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;

/** Adds segments to models whose conditions or cells say who is in which. Stateless. */
final class MoreSegments {
    private MoreSegments() {}

    /** Whether a segment can be added: not where the number of borders or groups is that of the segments. */
    static boolean fit(ModelDefinition model) {
        return switch (model) {
            case ModelDefinition.Rules _,
                    ModelDefinition.LifeCycle _,
                    ModelDefinition.Rfm _,
                    ModelDefinition.Matrix _ -> true;
            case ModelDefinition.Tiers _,
                    ModelDefinition.Churn _,
                    ModelDefinition.Clusters _,
                    ModelDefinition.Clv _,
                    ModelDefinition.Custom _ -> false;
        };
    }

    /** The model with a segment more, ranked last, that nothing leads to. */
    static ModelDefinition with(ModelDefinition model, SegmentDefinition added) {
        List<SegmentDefinition> segments =
                Stream.concat(model.segments().stream(), Stream.of(added)).toList();
        return switch (model) {
            case ModelDefinition.Rules m ->
                new ModelDefinition.Rules(
                        m.id(), segments, m.source(), m.match(), m.rules(), m.otherwise(), m.ranked());
            case ModelDefinition.LifeCycle m ->
                new ModelDefinition.LifeCycle(
                        m.id(),
                        segments,
                        m.source(),
                        m.parameters(),
                        m.stages(),
                        Stream.concat(m.course().stream(), Stream.of(added.id()))
                                .toList());
            case ModelDefinition.Rfm m ->
                new ModelDefinition.Rfm(
                        m.id(),
                        segments,
                        m.source(),
                        m.recency(),
                        m.frequency(),
                        m.monetary(),
                        m.recencyCuts(),
                        m.frequencyCuts(),
                        m.monetaryCuts(),
                        m.weights(),
                        m.grid());
            case ModelDefinition.Matrix m ->
                new ModelDefinition.Matrix(
                        m.id(), segments, m.source(), m.population(), m.rows(), m.columns(), m.grid());
            case ModelDefinition.Tiers _,
                    ModelDefinition.Churn _,
                    ModelDefinition.Clusters _,
                    ModelDefinition.Clv _,
                    ModelDefinition.Custom _ -> throw new Problem("segment.problem.own-fixed", model.id());
        };
    }
}

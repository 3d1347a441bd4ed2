package org.clientele.segment;

import java.util.List;
import java.util.stream.Stream;
import org.clientele.common.Problem;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;

/** Copies models. Stateless. */
final class ModelCopy {
    private ModelCopy() {}

    /** @param segments those of the model, and maybe more, which a life cycle comes to last */
    static ModelDefinition of(ModelDefinition model, String id, List<SegmentDefinition> segments) {
        return switch (model) {
            case ModelDefinition.Rfm m ->
                new ModelDefinition.Rfm(
                        id,
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
            case ModelDefinition.Tiers m ->
                new ModelDefinition.Tiers(id, segments, m.source(), m.metric(), m.method(), m.borders());
            case ModelDefinition.Rules m ->
                new ModelDefinition.Rules(id, segments, m.source(), m.match(), m.rules(), m.otherwise(), m.ranked());
            case ModelDefinition.LifeCycle m ->
                new ModelDefinition.LifeCycle(
                        id, segments, m.source(), m.parameters(), m.stages(), course(m, segments));
            case ModelDefinition.Matrix m ->
                new ModelDefinition.Matrix(id, segments, m.source(), m.population(), m.rows(), m.columns(), m.grid());
            case ModelDefinition.Churn m ->
                new ModelDefinition.Churn(
                        id, segments, m.source(), m.population(), m.outcome(), m.features(), m.borders(), m.left());
            case ModelDefinition.Clusters m ->
                new ModelDefinition.Clusters(
                        id,
                        segments,
                        m.source(),
                        m.population(),
                        m.fields(),
                        m.count(),
                        m.seed(),
                        m.frozen(),
                        m.names());
            case ModelDefinition.Clv m ->
                new ModelDefinition.Clv(
                        id,
                        segments,
                        m.source(),
                        m.activity(),
                        m.where(),
                        m.purchases(),
                        m.weeks(),
                        m.yearlyDiscount(),
                        m.method(),
                        m.borders());
            case ModelDefinition.Custom custom -> throw new Problem("segment.problem.not-changeable", custom.id());
        };
    }

    private static List<String> course(ModelDefinition.LifeCycle model, List<SegmentDefinition> segments) {
        return Stream.concat(model.course().stream(), segments.stream().map(SegmentDefinition::id))
                .distinct()
                .toList();
    }
}

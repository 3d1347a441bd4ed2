package org.clientele.segment;

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
        if (!fit(model)) {
            throw new Problem("segment.problem.own-fixed", model.id());
        }
        return ModelCopy.of(
                model,
                model.id(),
                Stream.concat(model.segments().stream(), Stream.of(added)).toList());
    }
}

package org.clientele.segment;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;

/** The segments that a model can put anybody into. A segment that it declares and nothing leads to is as good as deleted. */
final class ModelReach {
    private ModelReach() {}

    static Set<String> of(ModelDefinition model) {
        return switch (model) {
            case ModelDefinition.Rfm rfm -> cells(rfm.grid());
            case ModelDefinition.Matrix matrix -> cells(matrix.grid());
            case ModelDefinition.LifeCycle cycle -> targets(cycle.stages());
            case ModelDefinition.Rules rules -> rules(rules);
            case ModelDefinition.Clusters clusters when !clusters.frozen().isEmpty() -> targets(clusters.frozen());
            case ModelDefinition.Clusters clusters -> ids(clusters.segments().subList(0, clusters.count()));
            case ModelDefinition.Tiers _, ModelDefinition.Churn _, ModelDefinition.Clv _, ModelDefinition.Custom _ ->
                ids(model.segments());
        };
    }

    private static Set<String> cells(List<List<String>> grid) {
        return grid.stream().flatMap(Collection::stream).collect(Collectors.toSet());
    }

    private static Set<String> targets(List<ModelDefinition.Rule> rules) {
        return rules.stream().map(ModelDefinition.Rule::segment).collect(Collectors.toSet());
    }

    private static Set<String> rules(ModelDefinition.Rules model) {
        Set<String> reached = new LinkedHashSet<>(targets(model.rules()));
        Stream.ofNullable(model.otherwise()).forEach(reached::add);
        return reached;
    }

    private static Set<String> ids(List<SegmentDefinition> segments) {
        return segments.stream().map(SegmentDefinition::id).collect(Collectors.toSet());
    }
}

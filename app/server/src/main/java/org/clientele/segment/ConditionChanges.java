package org.clientele.segment;

import java.util.List;
import java.util.Map;
import org.clientele.common.Problem;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.ConditionLanguage;
import org.clientele.plugins.definition.ExpressionResult;
import org.clientele.plugins.definition.Scope;

/** Checks changes of models made of conditions. */
final class ConditionChanges {
    /** The most conditions of a model. */
    static final int MOST = 60;

    private ConditionChanges() {}

    static ModelDefinition rules(
            VerticalDefinition definition, ModelDefinition.Rules plugin, ModelChange.Rules change) {
        require(plugin, change.rules(), Scope.model(definition, plugin.id(), Map.of()));
        if (change.otherwise() != null) {
            requireSegment(plugin, change.otherwise());
        }
        return new ModelDefinition.Rules(
                plugin.id(),
                plugin.segments(),
                plugin.source(),
                plugin.match(),
                change.rules(),
                change.otherwise(),
                plugin.ranked());
    }

    static ModelDefinition lifeCycle(
            VerticalDefinition definition, ModelDefinition.LifeCycle plugin, ModelChange.LifeCycle change) {
        boolean named = change.parameters().keySet().equals(plugin.parameters().keySet());
        if (!named || !change.parameters().values().stream().allMatch(Double::isFinite)) {
            throw new Problem("segment.problem.thresholds");
        }
        require(plugin, change.stages(), Scope.model(definition, plugin.id(), change.parameters()));
        return new ModelDefinition.LifeCycle(
                plugin.id(), plugin.segments(), plugin.source(), change.parameters(), change.stages(), plugin.course());
    }

    static void require(ModelDefinition plugin, List<ModelDefinition.Rule> rules, Scope scope) {
        if (rules.isEmpty() || rules.size() > MOST) {
            throw new Problem("segment.problem.rules-count", MOST);
        }
        for (int i = 0; i < rules.size(); i++) {
            requireSegment(plugin, rules.get(i).segment());
            if (ConditionLanguage.check(rules.get(i).when(), scope) instanceof ExpressionResult.Rejected rejected) {
                throw new ConditionProblem(i, rejected.problems().getFirst());
            }
        }
    }

    private static void requireSegment(ModelDefinition plugin, String segment) {
        if (plugin.segments().stream().map(SegmentDefinition::id).noneMatch(segment::equals)) {
            throw new Problem("segment.problem.no-segment", segment);
        }
    }
}

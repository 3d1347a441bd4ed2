package org.clientele.plugins.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.plugins.api.VerticalDefinition;

/** A strategy names a segment of a model, and a segment has at most one. */
final class StrategyCheck implements DefinitionCheck {
    @Override
    public void check(VerticalDefinition vertical, Report report) {
        List<String> models =
                vertical.models().stream().map(ModelDefinition::id).toList();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < vertical.strategies().size(); i++) {
            StrategyDefinition strategy = vertical.strategies().get(i);
            String path = "/strategies/" + i;
            ModelDefinition model = vertical.model(strategy.model());
            if (report.requireReference(path + "/model", strategy.model(), models) && model != null) {
                report.requireReference(path + "/segment", strategy.segment(), ModelCheck.segmentIds(model));
            }
            if (!seen.add(strategy.model() + " " + strategy.segment())) {
                report.add(FindingKind.DUPLICATE_ID, path + "/segment", strategy.segment());
            }
        }
    }
}

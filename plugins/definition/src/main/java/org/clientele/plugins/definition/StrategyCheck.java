package org.clientele.plugins.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.plugins.api.PlayDefinition.From;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.plugins.api.VerticalDefinition;

/** A strategy names a segment of a model, a segment has at most one, and the day of its plays can be counted. */
final class StrategyCheck implements DefinitionCheck {
    @Override
    public void check(VerticalDefinition vertical, Report report) {
        Declared declared = new Declared(vertical, report);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < vertical.strategies().size(); i++) {
            StrategyDefinition strategy = vertical.strategies().get(i);
            String path = "/strategies/" + i;
            ModelDefinition model = vertical.model(strategy.model());
            if (declared.requireModel(path + "/model", strategy.model()) && model != null) {
                report.requireReference(path + "/segment", strategy.segment(), ModelCheck.segmentIds(model));
            }
            if (!seen.add(strategy.model() + " " + strategy.segment())) {
                report.add(FindingKind.DUPLICATE_ID, path + "/segment", strategy.segment());
            }
            for (int j = 0; j < strategy.plays().size(); j++) {
                checkPlay(path + "/plays/" + j, strategy.plays().get(j), declared, report);
            }
        }
    }

    private static void checkPlay(String path, PlayDefinition play, Declared declared, Report report) {
        From from = play.from();
        Part part = new Part(path, report, List.of("from: " + Words.of(from)));
        String field = play.field();
        if (part.expect("field", field, from != From.ENTRY) && field != null) {
            if (from == From.DATE) {
                declared.requireDate(path + "/field", field);
            } else {
                declared.requireActivity(path + "/field", field);
            }
        }
        if (from != From.DATE && play.afterDays() < 0) {
            report.add(FindingKind.OUT_OF_RANGE, path + "/afterDays", play.afterDays(), "≥ 0");
        }
    }
}

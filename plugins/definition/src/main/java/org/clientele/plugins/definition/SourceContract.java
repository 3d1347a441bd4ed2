package org.clientele.plugins.definition;

import java.util.List;
import java.util.function.Function;
import org.clientele.plugins.api.GuideDefinition;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.LifeCycle;
import org.clientele.plugins.api.ModelDefinition.Rule;
import org.clientele.plugins.api.ModelDefinition.Rules;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.plugins.api.ProgrammeDefinition;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.api.WorkflowDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Nothing that decides about a customer is without a source. A rule has its model's, a play its strategy's, points have their metric's
 * source where they name none; a check cannot be declared without one.
 */
final class SourceContract {
    private final Report report;

    SourceContract(Report report) {
        this.report = report;
    }

    void check(VerticalDefinition vertical) {
        for (int i = 0; i < vertical.metrics().size(); i++) {
            MetricDefinition metric = vertical.metrics().get(i);
            String path = "/metrics/" + i + "/points";
            check(
                    path,
                    metric.points(),
                    MetricDefinition.Points::when,
                    MetricDefinition.Points::source,
                    metric.source());
        }
        check("/models", vertical.models(), ModelDefinition::id, ModelDefinition::source, null);
        for (int i = 0; i < vertical.models().size(); i++) {
            checkRules("/models/" + i, vertical.models().get(i));
        }
        check("/strategies", vertical.strategies(), SourceContract::name, StrategyDefinition::source, null);
        for (int i = 0; i < vertical.strategies().size(); i++) {
            StrategyDefinition strategy = vertical.strategies().get(i);
            String path = "/strategies/" + i + "/plays";
            check(path, strategy.plays(), PlayDefinition::id, PlayDefinition::source, strategy.source());
        }
        check("/guides", vertical.guides(), GuideDefinition::id, GuideDefinition::source, null);
        check("/workflows", vertical.workflows(), WorkflowDefinition::id, WorkflowDefinition::source, null);
        ProgrammeDefinition programme = vertical.programme();
        if (programme != null && programme.source() == null) {
            report.addAtKey(FindingKind.SOURCE_MISSING, "/programme", "programme", List.of());
        }
    }

    private static String name(StrategyDefinition strategy) {
        return strategy.model() + "." + strategy.segment();
    }

    private void checkRules(String path, ModelDefinition model) {
        if (model instanceof Rules rules) {
            check(path + "/rules", rules.rules(), Rule::when, Rule::source, model.source());
        } else if (model instanceof LifeCycle lifeCycle) {
            check(path + "/stages", lifeCycle.stages(), Rule::when, Rule::source, model.source());
        }
    }

    private <T> void check(
            String path,
            List<T> parts,
            Function<T, String> name,
            Function<T, @Nullable String> source,
            @Nullable String around) {
        for (int i = 0; i < parts.size(); i++) {
            if (source.apply(parts.get(i)) == null && around == null) {
                report.add(FindingKind.SOURCE_MISSING, path + "/" + i, name.apply(parts.get(i)));
            }
        }
    }
}

package org.clientele.plugins.testing;

import java.util.ArrayList;
import java.util.List;
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
 * The rules of a vertical that nobody can trace: models, rules, stages, points, strategies, plays, guides, workflows and programmes
 * without a source. A rule has its model's, a play its strategy's, points have their metric's source where they name none; checks
 * cannot be declared without one.
 */
final class Unsourced {
    private final List<String> found = new ArrayList<>();

    private Unsourced() {}

    /** Each as a line that says what it is. */
    static List<String> of(VerticalDefinition vertical) {
        Unsourced unsourced = new Unsourced();
        vertical.metrics().forEach(unsourced::addPoints);
        vertical.models().forEach(unsourced::addModel);
        vertical.strategies().forEach(unsourced::addStrategy);
        for (GuideDefinition guide : vertical.guides()) {
            unsourced.add("guide " + guide.id(), guide.source());
        }
        for (WorkflowDefinition workflow : vertical.workflows()) {
            unsourced.add("workflow " + workflow.id(), workflow.source());
        }
        ProgrammeDefinition programme = vertical.programme();
        if (programme != null) {
            unsourced.add("programme", programme.source());
        }
        return unsourced.found;
    }

    private void addPoints(MetricDefinition metric) {
        for (MetricDefinition.Points points : metric.points()) {
            add("points of " + metric.id() + " for " + points.when(), points.source(), metric.source());
        }
    }

    private void addModel(ModelDefinition model) {
        add("model " + model.id(), model.source());
        for (Rule rule : rules(model)) {
            add("rule of " + model.id() + " for " + rule.when(), rule.source(), model.source());
        }
    }

    private static List<Rule> rules(ModelDefinition model) {
        return switch (model) {
            case Rules rules -> rules.rules();
            case LifeCycle lifeCycle -> lifeCycle.stages();
            case ModelDefinition.Rfm _, ModelDefinition.Tiers _, ModelDefinition.Matrix _ -> List.of();
            case ModelDefinition.Churn _, ModelDefinition.Custom _ -> List.of();
        };
    }

    private void addStrategy(StrategyDefinition strategy) {
        String name = strategy.model() + "." + strategy.segment();
        add("strategy for " + name, strategy.source());
        for (PlayDefinition play : strategy.plays()) {
            add("play " + play.id() + " for " + name, play.source(), strategy.source());
        }
    }

    private void add(String what, @Nullable String... sources) {
        for (String source : sources) {
            if (source != null) {
                return;
            }
        }
        found.add(what);
    }
}

package org.clientele.plugins.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.clientele.plugins.api.ArticleDefinition;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.CheckDefinition;
import org.clientele.plugins.api.GuideDefinition;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.LifeCycle;
import org.clientele.plugins.api.ModelDefinition.Rule;
import org.clientele.plugins.api.ModelDefinition.Rules;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.plugins.api.ProgrammeDefinition;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.api.WorkflowDefinition;
import org.jspecify.annotations.Nullable;

/** The keys of the names of sources, each by the first part that names it. */
final class SourceKeys {
    private final Map<String, String> keys = new LinkedHashMap<>();

    private SourceKeys() {}

    /** The JSON pointer of the first part that names the source, by the key of its name. */
    static Map<String, String> of(VerticalDefinition vertical) {
        SourceKeys keys = new SourceKeys();
        keys.addAll("/attributes", vertical.attributes(), AttributeDefinition::source);
        keys.addAll("/references", vertical.references(), ReferenceDefinition::source);
        keys.addAll("/metrics", vertical.metrics(), MetricDefinition::source);
        for (int i = 0; i < vertical.metrics().size(); i++) {
            List<MetricDefinition.Points> points = vertical.metrics().get(i).points();
            keys.addAll("/metrics/" + i + "/points", points, MetricDefinition.Points::source);
        }
        keys.addAll("/models", vertical.models(), ModelDefinition::source);
        for (int i = 0; i < vertical.models().size(); i++) {
            keys.addRules("/models/" + i, vertical.models().get(i));
        }
        keys.addAll("/strategies", vertical.strategies(), StrategyDefinition::source);
        for (int i = 0; i < vertical.strategies().size(); i++) {
            List<PlayDefinition> plays = vertical.strategies().get(i).plays();
            keys.addAll("/strategies/" + i + "/plays", plays, PlayDefinition::source);
        }
        keys.addAll("/checks", vertical.checks(), CheckDefinition::source);
        keys.addAll("/guides", vertical.guides(), GuideDefinition::source);
        keys.addAll("/articles", vertical.articles(), ArticleDefinition::source);
        keys.addAll("/workflows", vertical.workflows(), WorkflowDefinition::source);
        keys.addAll("/reports", vertical.reports(), ReportDefinition::source);
        ProgrammeDefinition programme = vertical.programme();
        if (programme != null) {
            keys.add("/programme", programme.source());
        }
        return keys.keys;
    }

    private void addRules(String path, ModelDefinition model) {
        if (model instanceof Rules rules) {
            addAll(path + "/rules", rules.rules(), Rule::source);
        } else if (model instanceof LifeCycle lifeCycle) {
            addAll(path + "/stages", lifeCycle.stages(), Rule::source);
        }
    }

    private <T> void addAll(String path, List<T> parts, Function<T, @Nullable String> source) {
        for (int i = 0; i < parts.size(); i++) {
            add(path + "/" + i, source.apply(parts.get(i)));
        }
    }

    private void add(String path, @Nullable String source) {
        if (source != null) {
            keys.putIfAbsent(Texts.source(source), path + "/source");
        }
    }
}

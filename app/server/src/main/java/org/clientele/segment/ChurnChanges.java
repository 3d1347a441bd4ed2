package org.clientele.segment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clientele.common.Problem;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.MetricDefinition.ValueType;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.ConditionLanguage;
import org.clientele.plugins.definition.ExpressionResult;
import org.clientele.plugins.definition.Scope;

/** Checks what a risk of leaving is learnt from, and how it is cut. */
public final class ChurnChanges {
    /** The most that is learnt from, as in a plugin. */
    public static final int MOST = 60;

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");

    private ChurnChanges() {}

    static ModelDefinition apply(
            VerticalDefinition definition, ModelDefinition.Churn plugin, ModelChange.Churn change) {
        requireFeatures(definition, plugin, plugin.features(), change.features());
        List<Double> borders = change.borders();
        boolean shares = borders.stream().allMatch(border -> border > 0 && border < 1);
        if (borders.size() != plugin.borders().size() || !ModelChanges.isAscending(borders) || !shares) {
            throw new Problem("segment.problem.risks", plugin.borders().size());
        }
        return new ModelDefinition.Churn(
                plugin.id(),
                plugin.segments(),
                plugin.source(),
                plugin.population(),
                plugin.outcome(),
                change.features(),
                borders,
                plugin.left());
    }

    /** Nothing that decides who has left, and something that can be learnt from. */
    static void require(VerticalDefinition definition, ModelDefinition.Churn made) {
        requireFeatures(definition, made, List.of(), made.features());
    }

    /** @param accepted what is taken as it is */
    private static void requireFeatures(
            VerticalDefinition definition, ModelDefinition.Churn model, List<String> accepted, List<String> features) {
        Set<String> deciding = deciding(definition, model);
        List<String> known = learnable(definition);
        for (String feature : features) {
            if (accepted.contains(feature)) {
                continue;
            }
            if (deciding.contains(feature)) {
                throw new Problem("segment.problem.churn-leak", feature);
            }
            if (!known.contains(feature)) {
                throw new Problem("segment.problem.churn-feature", feature);
            }
        }
        int different = Set.copyOf(features).size();
        if (different < features.size() || different < 1 || different > MOST) {
            throw new Problem("segment.problem.churn-features", features.size(), MOST);
        }
    }

    /** What a risk of leaving may be learnt from: attributes and metrics that are no text and no date, but for what decides who has left. */
    public static List<String> features(VerticalDefinition definition, ModelDefinition.Churn model) {
        Set<String> deciding = deciding(definition, model);
        return learnable(definition).stream()
                .filter(id -> !deciding.contains(id))
                .toList();
    }

    /** Attributes and metrics that are no text and no date. */
    public static List<String> learnable(VerticalDefinition definition) {
        return Stream.concat(
                        definition.attributes().stream()
                                .filter(attribute ->
                                        attribute.type() != FieldType.TEXT && attribute.type() != FieldType.DATE)
                                .map(AttributeDefinition::id),
                        definition.metrics().stream()
                                .filter(metric -> metric.type() != ValueType.DATE)
                                .map(MetricDefinition::id))
                .toList();
    }

    /**
     * The attributes and metrics that say who has left: those that the outcome names, and metrics made of them. To learn from one of them is to learn
     * what is known already, and to foretell nothing.
     */
    public static Set<String> deciding(VerticalDefinition definition, ModelDefinition.Churn model) {
        Set<String> deciding = outcome(definition, model);
        boolean more = true;
        while (more) {
            more = deciding.addAll(definition.metrics().stream()
                    .filter(metric -> expressions(metric)
                            .flatMap(text -> WORD.matcher(text).results())
                            .anyMatch(word -> deciding.contains(word.group())))
                    .map(MetricDefinition::id)
                    .toList());
        }
        return deciding;
    }

    private static Stream<String> expressions(MetricDefinition metric) {
        return Stream.concat(
                Stream.ofNullable(metric.formula()), metric.points().stream().map(MetricDefinition.Points::when));
    }

    private static Set<String> outcome(VerticalDefinition definition, ModelDefinition.Churn model) {
        Set<String> named = new LinkedHashSet<>();
        Scope scope = Scope.model(definition, model.id(), Map.of());
        if (ConditionLanguage.check(model.outcome(), scope) instanceof ExpressionResult.Checked(var checked)) {
            named.addAll(checked.variables());
            named.removeIf(name -> definition.attribute(name) == null && definition.metric(name) == null);
        }
        return named;
    }
}

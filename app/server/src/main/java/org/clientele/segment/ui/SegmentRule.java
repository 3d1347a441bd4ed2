package org.clientele.segment.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.clientele.common.ui.condition.ConditionSentence;
import org.clientele.engine.column.Value;
import org.clientele.engine.model.ChurnResult;
import org.clientele.engine.model.ClusterResult;
import org.clientele.engine.model.ClvResult;
import org.clientele.engine.model.MatrixResult;
import org.clientele.engine.model.ModelResult;
import org.clientele.engine.model.RfmResult;
import org.clientele.engine.model.TiersResult;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.definition.Scope;
import org.jspecify.annotations.Nullable;

/** Says in a sentence what puts customers into a segment, by the version of the model that applies. */
final class SegmentRule {
    private final SegmentWords words;
    private final ModelResult result;
    private final ModelDefinition model;

    SegmentRule(SegmentWords words, ModelResult result) {
        this.words = words;
        this.result = result;
        this.model = result.model();
    }

    /** Empty where the plugin's code decides. */
    String of(int ordinal) {
        return switch (result) {
            case RfmResult rfm -> among(null, new GridRule(words, rfm).of(ordinal));
            case MatrixResult matrix -> among(matrix.model().population(), new GridRule(words, matrix).of(ordinal));
            case ClusterResult clusters -> group(clusters, ordinal);
            case ChurnResult churn -> among(churn.model().population(), risk(churn.model(), ordinal));
            default ->
                switch (model) {
                    case ModelDefinition.Rules rules -> conditions(rules, ordinal);
                    case ModelDefinition.LifeCycle cycle -> firstOf(cycle.stages(), cycle.parameters(), null, ordinal);
                    case ModelDefinition.Clusters clusters -> firstOf(clusters.frozen(), Map.of(), null, ordinal);
                    default -> border(ordinal);
                };
        };
    }

    /** "From $1,240 (Total spend).", "Risk of leaving 20% to below 50%."; empty where no border of a number decides. */
    String border(int ordinal) {
        return switch (result) {
            case TiersResult tiers ->
                border(ordinal, tiers::startsAt, tiers.model().metric());
            case ClvResult clv -> border(ordinal, clv::startsAt, ClvResult.VALUE);
            case ChurnResult churn when !isLeft(churn.model(), ordinal) -> risk(churn.model(), ordinal);
            default -> "";
        };
    }

    private static boolean isLeft(ModelDefinition.Churn churn, int ordinal) {
        return churn.segments().get(ordinal).id().equals(churn.left());
    }

    private String border(int ordinal, IntFunction<Value> startsAt, String metric) {
        boolean last = ordinal == result.segmentCount() - 1;
        Value start = startsAt.apply(last ? Math.max(0, ordinal - 1) : ordinal);
        if (start.isMissing()) {
            return last ? "" : words.text("segment.border.never");
        }
        MetricDefinition definition = words.vertical().definition().metric(metric);
        String key = (last ? "segment.border.rest" : "segment.border.from")
                + (definition != null && definition.lowerIsBetter() ? ".less" : "");
        return words.text(key, words.names().value(metric, start), words.subject(metric));
    }

    /** "Risk of leaving 20% to below 50%." */
    private String risk(ModelDefinition.Churn churn, int ordinal) {
        if (isLeft(churn, ordinal)) {
            return words.text("segment.who.left", said(sentences(Map.of()), churn.outcome()));
        }
        List<Double> borders = churn.borders();
        return borders.isEmpty() ? "" : words.text("segment.churn.range", share(borders, ordinal));
    }

    private String share(List<Double> borders, int ordinal) {
        String key = "segment.matrix.range.fixed.";
        if (ordinal == 0) {
            return words.text(key + "first", words.formats().percent(borders.getFirst()));
        }
        String from = words.formats().percent(borders.get(ordinal - 1));
        return ordinal == borders.size()
                ? words.text(key + "last", from)
                : words.text(key + "between", from, words.formats().percent(borders.get(ordinal)));
    }

    private String group(ClusterResult clusters, int ordinal) {
        return clusters.training().profiles().stream()
                .filter(profile -> profile.cluster() == ordinal)
                .findFirst()
                .map(profile -> among(
                        clusters.model().population(),
                        words.text(
                                "segment.who.alike",
                                new ClusterNames(words)
                                        .sentence(profile, words.formats().locale()))))
                .orElse("");
    }

    private String conditions(ModelDefinition.Rules rules, int ordinal) {
        if (rules.match() == ModelDefinition.Rules.Match.FIRST) {
            return firstOf(rules.rules(), Map.of(), rules.otherwise(), ordinal);
        }
        ConditionSentence sentences = sentences(Map.of());
        return whole(rules.rules().stream()
                .filter(rule -> isOf(rule, ordinal))
                .map(rule -> said(sentences, rule.when()))
                .toList());
    }

    /** Of conditions of which the first that holds decides. */
    private String firstOf(
            List<ModelDefinition.Rule> rules, Map<String, Double> thresholds, @Nullable String otherwise, int ordinal) {
        ConditionSentence sentences = sentences(thresholds);
        List<String> said = new ArrayList<>();
        IntStream.range(0, rules.size())
                .filter(place -> isOf(rules.get(place), ordinal))
                .mapToObj(
                        place -> inTurn(place, said(sentences, rules.get(place).when())))
                .forEach(said::add);
        if (model.segments().get(ordinal).id().equals(otherwise)) {
            said.add(words.text("segment.studio.otherwise"));
        }
        return whole(said);
    }

    private String inTurn(int place, String sentence) {
        return place == 0 ? sentence : words.text("segment.who.later", sentence);
    }

    private boolean isOf(ModelDefinition.Rule rule, int ordinal) {
        return rule.segment().equals(model.segments().get(ordinal).id());
    }

    private String whole(List<String> said) {
        return said.isEmpty()
                ? words.text("segment.who.nothing")
                : words.capital(String.join(words.text("segment.who.or"), said)) + words.text("segment.reason.stop");
    }

    private String among(@Nullable String population, String sentence) {
        return population == null || sentence.isEmpty()
                ? sentence
                : words.text("segment.who.among", sentence, said(sentences(Map.of()), population));
    }

    private ConditionSentence sentences(Map<String, Double> thresholds) {
        Scope scope = Scope.model(words.vertical().definition(), model.id(), thresholds);
        return new RuleSentences(words, model, scope, List.copyOf(thresholds.keySet())).with(thresholds);
    }

    private static String said(ConditionSentence sentences, String condition) {
        return RuleSentences.said(sentences, condition);
    }
}

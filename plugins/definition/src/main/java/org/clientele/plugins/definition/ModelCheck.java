package org.clientele.plugins.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.MetricDefinition.ValueType;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Churn;
import org.clientele.plugins.api.ModelDefinition.Clusters;
import org.clientele.plugins.api.ModelDefinition.Clv;
import org.clientele.plugins.api.ModelDefinition.Custom;
import org.clientele.plugins.api.ModelDefinition.LifeCycle;
import org.clientele.plugins.api.ModelDefinition.Matrix;
import org.clientele.plugins.api.ModelDefinition.Rfm;
import org.clientele.plugins.api.ModelDefinition.Rule;
import org.clientele.plugins.api.ModelDefinition.Rules;
import org.clientele.plugins.api.ModelDefinition.Tiers;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import tools.jackson.databind.JsonNode;

/** Models use declared metrics, their numbers are in order, and every segment can be reached. */
final class ModelCheck implements DefinitionCheck {
    private final JsonNode models;

    ModelCheck(JsonNode models) {
        this.models = models;
    }

    @Override
    public void check(VerticalDefinition vertical, Report report) {
        Declared declared = new Declared(vertical, report);
        for (int i = 0; i < vertical.models().size(); i++) {
            String path = "/models/" + i;
            switch (vertical.models().get(i)) {
                case Rfm rfm -> new RfmCheck(path, vertical, report).check(rfm);
                case Tiers tiers -> new TiersCheck(path, models.path(i), vertical, report).check(tiers);
                case Rules rules -> checkRules(path, rules, Scope.model(vertical, rules.id(), Map.of()), report);
                case LifeCycle lifeCycle -> checkLifeCycle(path, lifeCycle, vertical, report);
                case Matrix matrix -> new MatrixCheck(path, declared, report).check(matrix);
                case Churn churn -> new ChurnCheck(path, vertical, report).check(churn, declared);
                case Clusters clusters -> checkClusters(path, clusters, declared, report);
                case Clv clv -> checkClv(path, models.path(i), clv, declared, report);
                case Custom custom -> checkCustom(path, custom, vertical, report);
            }
        }
    }

    private static void checkRules(String path, Rules model, Scope scope, Report report) {
        Set<String> reached = checkRules(path + "/rules", model, model.rules(), scope, report);
        String otherwise = model.otherwise();
        if (otherwise != null && report.requireReference(path + "/otherwise", otherwise, segmentIds(model))) {
            reached.add(otherwise);
        }
        checkReached(path, model, reached, report);
    }

    private static void checkClusters(String path, Clusters model, Declared declared, Report report) {
        report.check(path + "/population", model.population(), Scope.model(declared.vertical(), model.id(), Map.of()));
        for (int i = 0; i < model.fields().size(); i++) {
            declared.requireNumber(path + "/fields/" + i, model.fields().get(i));
        }
        if (model.count() > model.segments().size()) {
            report.add(
                    FindingKind.OUT_OF_RANGE,
                    path + "/count",
                    model.count(),
                    "≤ " + model.segments().size());
        }
    }

    private static void checkClv(String path, JsonNode node, Clv model, Declared declared, Report report) {
        ActivityDefinition activity = declared.vertical().activity(model.activity());
        if (declared.requireRevenue(path + "/activity", model.activity()) && activity != null) {
            report.check(path + "/where", model.where(), Scope.activity(activity));
        }
        new TiersCheck(path, node, declared.vertical(), report).checkBorders(model.tiers());
    }

    private static void checkCustom(String path, Custom model, VerticalDefinition vertical, Report report) {
        List<String> known = new ArrayList<>();
        vertical.attributes().forEach(a -> known.add(a.id()));
        vertical.metrics().forEach(m -> known.add(m.id()));
        vertical.models().stream()
                .takeWhile(other -> !other.id().equals(model.id()))
                .forEach(other -> known.add(other.id()));
        for (int i = 0; i < model.inputs().size(); i++) {
            report.requireReference(path + "/inputs/" + i, model.inputs().get(i), known);
        }
    }

    private static void checkLifeCycle(String path, LifeCycle model, VerticalDefinition vertical, Report report) {
        for (String parameter : model.parameters().keySet()) {
            String place = path + "/parameters/" + parameter;
            if (IdCheck.LANGUAGE.contains(parameter) || parameter.startsWith(Scope.SEGMENT_PREFIX)) {
                report.addAtKey(FindingKind.RESERVED_ID, place, parameter, List.of());
            }
            if (vertical.attribute(parameter) != null || vertical.metric(parameter) != null) {
                report.addAtKey(FindingKind.DUPLICATE_ID, place, parameter, List.of());
            }
        }
        Scope scope = Scope.model(vertical, model.id(), model.parameters());
        Set<String> reached = checkRules(path + "/stages", model, model.stages(), scope, report);
        checkReached(path, model, reached, report);
        checkCourse(path, model, report);
    }

    private static void checkCourse(String path, LifeCycle model, Report report) {
        List<String> segments = segmentIds(model);
        for (int i = 0; i < model.course().size(); i++) {
            report.requireReference(path + "/course/" + i, model.course().get(i), segments);
        }
        List<String> left = new ArrayList<>(segments);
        left.removeAll(model.course());
        if (!left.isEmpty()) {
            report.add(FindingKind.WRONG_COUNT, path + "/course", model.course().size(), left);
        }
    }

    private static Set<String> checkRules(
            String path, ModelDefinition model, List<Rule> rules, Scope scope, Report report) {
        Set<String> reached = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            report.requireReference(path + "/" + i + "/segment", rule.segment(), segmentIds(model));
            report.check(path + "/" + i + "/when", rule.when(), scope);
            reached.add(rule.segment());
        }
        return reached;
    }

    static void checkReached(String path, ModelDefinition model, Set<String> reached, Report report) {
        for (int i = 0; i < model.segments().size(); i++) {
            String id = model.segments().get(i).id();
            if (!reached.contains(id)) {
                report.add(FindingKind.UNREACHABLE_SEGMENT, path + "/segments/" + i, id);
            }
        }
    }

    static List<String> segmentIds(ModelDefinition model) {
        return model.segments().stream().map(SegmentDefinition::id).toList();
    }

    /** Reports a metric that is not declared or is a date. */
    static void requireNumber(String path, String id, VerticalDefinition vertical, Report report) {
        List<String> numbers = vertical.metrics().stream()
                .filter(m -> m.type() != ValueType.DATE)
                .map(MetricDefinition::id)
                .toList();
        MetricDefinition metric = vertical.metric(id);
        if (metric != null && metric.type() == ValueType.DATE) {
            report.add(FindingKind.WRONG_KIND, path, id, Words.NUMBER);
        } else {
            report.requireReference(path, id, numbers);
        }
    }
}

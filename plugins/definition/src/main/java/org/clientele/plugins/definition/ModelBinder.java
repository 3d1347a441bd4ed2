package org.clientele.plugins.definition;

import static org.clientele.plugins.definition.Nodes.list;
import static org.clientele.plugins.definition.Nodes.numbers;
import static org.clientele.plugins.definition.Nodes.optional;
import static org.clientele.plugins.definition.Nodes.text;
import static org.clientele.plugins.definition.Nodes.texts;
import static org.clientele.plugins.definition.Nodes.word;

import java.util.List;
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
import tools.jackson.databind.JsonNode;

/** Makes models of the nodes that the schema has accepted. */
final class ModelBinder {
    private static final List<Double> EQUAL_WEIGHTS = List.of(1.0, 1.0, 1.0);
    private static final double WEEKS_OF_A_YEAR = 52;

    private ModelBinder() {}

    static ModelDefinition model(JsonNode node) {
        return switch (text(node, "kind")) {
            case "rfm" -> rfm(node);
            case "tiers" -> tiers(node);
            case "rules" -> rules(node);
            case "life_cycle" -> lifeCycle(node);
            case "matrix" -> matrix(node);
            case "churn" -> churn(node);
            case "clusters" -> clusters(node);
            case "clv" -> clv(node);
            case "custom" -> custom(node);
            default -> throw new IllegalStateException("The schema let model kind " + text(node, "kind") + " pass");
        };
    }

    private static Rfm rfm(JsonNode node) {
        List<Double> weights = numbers(node, "weights");
        return new Rfm(
                text(node, "id"),
                segments(node),
                optional(node, "source"),
                text(node, "recency"),
                text(node, "frequency"),
                text(node, "monetary"),
                numbers(node, "recencyCuts"),
                numbers(node, "frequencyCuts"),
                numbers(node, "monetaryCuts"),
                weights.isEmpty() ? EQUAL_WEIGHTS : weights,
                list(node, "grid", Nodes::items));
    }

    private static Tiers tiers(JsonNode node) {
        return new Tiers(
                text(node, "id"),
                segments(node),
                optional(node, "source"),
                text(node, "metric"),
                word(Tiers.Method.class, node, "method"),
                borders(node));
    }

    /** The last share follows from the others: the file states all for its readers, the record what decides. */
    private static List<Double> borders(JsonNode node) {
        List<Double> shares = numbers(node, "shares");
        return shares.isEmpty() ? numbers(node, "borders") : shares.subList(0, shares.size() - 1);
    }

    private static Rules rules(JsonNode node) {
        return new Rules(
                text(node, "id"),
                segments(node),
                optional(node, "source"),
                word(Rules.Match.class, node, "match"),
                list(node, "rules", ModelBinder::rule),
                optional(node, "otherwise"),
                node.path("ranked").asBoolean(true));
    }

    private static LifeCycle lifeCycle(JsonNode node) {
        List<SegmentDefinition> segments = segments(node);
        List<String> course = texts(node, "course");
        return new LifeCycle(
                text(node, "id"),
                segments,
                optional(node, "source"),
                Nodes.entries(node, "parameters", JsonNode::asDouble),
                list(node, "stages", ModelBinder::rule),
                course.isEmpty() ? segments.stream().map(SegmentDefinition::id).toList() : course);
    }

    private static Matrix matrix(JsonNode node) {
        return new Matrix(
                text(node, "id"),
                segments(node),
                optional(node, "source"),
                optional(node, "population"),
                axis(node.get("rows")),
                axis(node.get("columns")),
                list(node, "grid", Nodes::items));
    }

    private static Matrix.Axis axis(JsonNode node) {
        return new Matrix.Axis(text(node, "metric"), word(Matrix.Method.class, node, "method"), numbers(node, "cuts"));
    }

    private static Churn churn(JsonNode node) {
        return new Churn(
                text(node, "id"),
                segments(node),
                optional(node, "source"),
                optional(node, "population"),
                text(node, "outcome"),
                texts(node, "features"),
                numbers(node, "borders"),
                optional(node, "left"));
    }

    private static Clusters clusters(JsonNode node) {
        List<SegmentDefinition> segments = segments(node);
        return new Clusters(
                text(node, "id"),
                segments,
                optional(node, "source"),
                optional(node, "population"),
                texts(node, "fields"),
                node.path("count").asInt(segments.size()),
                node.path("seed").asLong(1));
    }

    private static Clv clv(JsonNode node) {
        return new Clv(
                text(node, "id"),
                segments(node),
                optional(node, "source"),
                text(node, "activity"),
                optional(node, "where"),
                node.has("purchases") ? word(Clv.Purchases.class, node, "purchases") : Clv.Purchases.BG_NBD,
                node.path("weeks").asDouble(WEEKS_OF_A_YEAR),
                node.path("yearlyDiscount").asDouble(0),
                word(Tiers.Method.class, node, "method"),
                borders(node));
    }

    private static Custom custom(JsonNode node) {
        return new Custom(
                text(node, "id"),
                segments(node),
                optional(node, "source"),
                text(node, "extension"),
                texts(node, "inputs"),
                texts(node, "reasons"),
                node.path("ranked").asBoolean(true));
    }

    private static Rule rule(JsonNode node) {
        return new Rule(text(node, "segment"), text(node, "when"), optional(node, "source"));
    }

    private static List<SegmentDefinition> segments(JsonNode node) {
        return list(node, "segments", s -> new SegmentDefinition(text(s, "id"), optional(s, "colour")));
    }
}

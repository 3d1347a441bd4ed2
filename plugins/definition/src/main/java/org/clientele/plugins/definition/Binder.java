package org.clientele.plugins.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.ImportPreset;
import org.clientele.plugins.api.Layer;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Rule;
import org.clientele.plugins.api.SampleRecipe;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.plugins.api.TileDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns a tree that the schema has accepted into records. */
final class Binder {
    private static final List<Double> EQUAL_WEIGHTS = List.of(1.0, 1.0, 1.0);

    private final JsonNode root;

    Binder(JsonNode root) {
        this.root = root;
    }

    VerticalDefinition vertical() {
        JsonNode sample = root.get("sample");
        return new VerticalDefinition(
                text(root, "id"),
                text(root, "icon"),
                text(root, "currency"),
                text(root, "primaryActivity"),
                text(root, "valueMetric"),
                list(root, "attributes", Binder::attribute),
                list(root, "activities", Binder::activity),
                list(root, "metrics", Binder::metric),
                list(root, "models", Binder::model),
                list(root, "strategies", Binder::strategy),
                list(root, "imports", Binder::preset),
                list(root, "tiles", Binder::tile),
                sample == null ? null : sample(sample));
    }

    private static AttributeDefinition attribute(JsonNode node) {
        return new AttributeDefinition(
                text(node, "id"),
                word(FieldType.class, node, "type"),
                word(Layer.class, node, "layer"),
                node.path("personal").asBoolean(),
                texts(node, "values"),
                optional(node, "unit"),
                null,
                optional(node, "source"),
                texts(node, "aliases"));
    }

    private static ActivityDefinition activity(JsonNode node) {
        return new ActivityDefinition(
                text(node, "id"),
                text(node, "icon"),
                list(node, "fields", Binder::field),
                optional(node, "amount"),
                optional(node, "document"),
                optional(node, "title"),
                texts(node, "aliases"));
    }

    private static ActivityField field(JsonNode node) {
        return new ActivityField(
                text(node, "id"),
                word(FieldType.class, node, "type"),
                texts(node, "values"),
                null,
                null,
                texts(node, "aliases"));
    }

    private static MetricDefinition metric(JsonNode node) {
        return new MetricDefinition(
                text(node, "id"),
                word(MetricDefinition.ValueType.class, node, "type"),
                word(Layer.class, node, "layer"),
                word(MetricDefinition.Aggregate.class, node, "aggregate"),
                optional(node, "activity"),
                optional(node, "field"),
                optional(node, "where"),
                optional(node, "share"),
                node.has("windowDays") ? (Integer) node.get("windowDays").asInt() : null,
                optional(node, "formula"),
                node.path("lowerIsBetter").asBoolean(false),
                optional(node, "source"));
    }

    private static ModelDefinition model(JsonNode node) {
        return switch (text(node, "kind")) {
            case "rfm" -> rfm(node);
            case "tiers" -> tiers(node);
            case "rules" -> rules(node);
            case "life_cycle" -> lifeCycle(node);
            default -> throw new IllegalStateException("The schema let model kind " + text(node, "kind") + " pass");
        };
    }

    private static ModelDefinition rfm(JsonNode node) {
        List<Double> weights = numbers(node, "weights");
        return new ModelDefinition.Rfm(
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
                list(node, "grid", Binder::textItems));
    }

    private static ModelDefinition tiers(JsonNode node) {
        ModelDefinition.Tiers.Method method = word(ModelDefinition.Tiers.Method.class, node, "method");
        List<Double> shares = numbers(node, "shares");
        // The last share follows from the others: the file states all for its readers, the record what decides.
        List<Double> borders = shares.isEmpty() ? numbers(node, "borders") : shares.subList(0, shares.size() - 1);
        return new ModelDefinition.Tiers(
                text(node, "id"), segments(node), optional(node, "source"), text(node, "metric"), method, borders);
    }

    private static ModelDefinition rules(JsonNode node) {
        return new ModelDefinition.Rules(
                text(node, "id"),
                segments(node),
                optional(node, "source"),
                word(ModelDefinition.Rules.Match.class, node, "match"),
                list(node, "rules", Binder::rule),
                optional(node, "otherwise"),
                node.path("ranked").asBoolean(true));
    }

    private static ModelDefinition lifeCycle(JsonNode node) {
        Map<String, Double> parameters = new LinkedHashMap<>();
        node.path("parameters").forEachEntry((name, value) -> parameters.put(name, value.asDouble()));
        List<SegmentDefinition> segments = segments(node);
        List<String> course = texts(node, "course");
        return new ModelDefinition.LifeCycle(
                text(node, "id"),
                segments,
                optional(node, "source"),
                parameters,
                list(node, "stages", Binder::rule),
                course.isEmpty() ? segments.stream().map(SegmentDefinition::id).toList() : course);
    }

    private static Rule rule(JsonNode node) {
        return new Rule(text(node, "segment"), text(node, "when"), optional(node, "source"));
    }

    private static List<SegmentDefinition> segments(JsonNode node) {
        return list(node, "segments", s -> new SegmentDefinition(text(s, "id"), optional(s, "colour")));
    }

    private static StrategyDefinition strategy(JsonNode node) {
        return new StrategyDefinition(text(node, "model"), text(node, "segment"), optional(node, "source"));
    }

    private static ImportPreset preset(JsonNode node) {
        return new ImportPreset(
                text(node, "id"),
                text(node, "target"),
                optional(node, "currency"),
                texts(node, "header"),
                node.path("hasHeader").asBoolean(true),
                optional(node, "dateFormat"),
                list(node, "columns", Binder::column),
                wordOr(ImportPreset.Duplicates.KEEP, node, "duplicates"));
    }

    private static ImportPreset.Column column(JsonNode node) {
        return new ImportPreset.Column(
                text(node, "target"),
                texts(node, "from"),
                wordOr(ImportPreset.Transform.NONE, node, "transform"),
                optional(node, "argument"));
    }

    private static TileDefinition tile(JsonNode node) {
        return new TileDefinition(
                text(node, "id"),
                word(TileDefinition.Kind.class, node, "kind"),
                optional(node, "activity"),
                optional(node, "model"),
                optional(node, "segment"));
    }

    private static SampleRecipe sample(JsonNode node) {
        return new SampleRecipe(
                text(node, "activity"),
                node.get("customers").asInt(),
                node.get("days").asInt(),
                node.get("seed").asLong(),
                node.get("purchasesPerYear").asDouble(),
                node.get("dropoutPerPurchase").asDouble(),
                node.get("averageAmount").asDouble());
    }

    private static String text(JsonNode node, String key) {
        return node.get(key).asString();
    }

    private static @Nullable String optional(JsonNode node, String key) {
        JsonNode value = node.get(key);
        return value == null ? null : value.asString();
    }

    private static <E extends Enum<E>> E word(Class<E> type, JsonNode node, String key) {
        return Enum.valueOf(type, text(node, key).toUpperCase(Locale.ROOT));
    }

    private static <E extends Enum<E>> E wordOr(E fallback, JsonNode node, String key) {
        return node.has(key) ? word(fallback.getDeclaringClass(), node, key) : fallback;
    }

    private static <T> List<T> list(JsonNode node, String key, Function<JsonNode, T> item) {
        List<T> items = new ArrayList<>();
        node.path(key).forEach(child -> items.add(item.apply(child)));
        return items;
    }

    private static List<String> texts(JsonNode node, String key) {
        return textItems(node.path(key));
    }

    private static List<String> textItems(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asString()));
        return texts;
    }

    private static List<Double> numbers(JsonNode node, String key) {
        return list(node, key, JsonNode::asDouble);
    }
}

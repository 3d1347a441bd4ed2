package org.clientele.plugins.definition;

import static org.clientele.plugins.definition.Nodes.list;
import static org.clientele.plugins.definition.Nodes.number;
import static org.clientele.plugins.definition.Nodes.optional;
import static org.clientele.plugins.definition.Nodes.optionalInt;
import static org.clientele.plugins.definition.Nodes.text;
import static org.clientele.plugins.definition.Nodes.texts;
import static org.clientele.plugins.definition.Nodes.word;

import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.Layer;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import tools.jackson.databind.JsonNode;

/** Turns a tree that the schema has accepted into records. */
final class Binder {
    private final JsonNode root;

    Binder(JsonNode root) {
        this.root = root;
    }

    VerticalDefinition vertical() {
        JsonNode sample = root.get("sample");
        JsonNode programme = root.get("programme");
        return new VerticalDefinition(
                text(root, "id"),
                text(root, "icon"),
                text(root, "currency"),
                text(root, "primaryActivity"),
                text(root, "valueMetric"),
                list(root, "attributes", Binder::attribute),
                list(root, "activities", Binder::activity),
                list(root, "metrics", Binder::metric),
                list(root, "models", ModelBinder::model),
                list(root, "strategies", ServiceBinder::strategy),
                list(root, "imports", ImportBinder::preset),
                list(root, "tiles", ReportBinder::tile),
                sample == null ? null : SampleBinder.recipe(sample),
                list(root, "references", Binder::reference),
                list(root, "checks", ServiceBinder::check),
                list(root, "guides", ServiceBinder::guide),
                list(root, "reports", ReportBinder::report),
                list(root, "workflows", ServiceBinder::workflow),
                list(root, "screens", ServiceBinder::screen),
                programme == null ? null : ServiceBinder.programme(programme),
                list(root, "rights", ServiceBinder::right),
                list(root, "articles", ServiceBinder::article));
    }

    private static AttributeDefinition attribute(JsonNode node) {
        return new AttributeDefinition(
                text(node, "id"),
                word(FieldType.class, node, "type"),
                word(Layer.class, node, "layer"),
                node.path("personal").asBoolean(),
                texts(node, "values"),
                optional(node, "unit"),
                optional(node, "reference"),
                optional(node, "source"),
                texts(node, "aliases"));
    }

    private static ReferenceDefinition reference(JsonNode node) {
        return new ReferenceDefinition(
                text(node, "id"),
                text(node, "icon"),
                list(node, "fields", Binder::field),
                optional(node, "title"),
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
                optional(node, "unit"),
                optional(node, "reference"),
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
                optionalInt(node, "windowDays"),
                optional(node, "formula"),
                list(node, "points", Binder::points),
                node.path("lowerIsBetter").asBoolean(false),
                optional(node, "source"));
    }

    private static MetricDefinition.Points points(JsonNode node) {
        return new MetricDefinition.Points(text(node, "when"), number(node, "points"), optional(node, "source"));
    }
}

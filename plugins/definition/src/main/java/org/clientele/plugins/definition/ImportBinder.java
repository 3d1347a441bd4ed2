package org.clientele.plugins.definition;

import static org.clientele.plugins.definition.Nodes.list;
import static org.clientele.plugins.definition.Nodes.optional;
import static org.clientele.plugins.definition.Nodes.text;
import static org.clientele.plugins.definition.Nodes.texts;
import static org.clientele.plugins.definition.Nodes.wordOr;

import org.clientele.plugins.api.ImportPreset;
import tools.jackson.databind.JsonNode;

/** Makes import presets of the nodes that the schema has accepted. */
final class ImportBinder {
    private ImportBinder() {}

    static ImportPreset preset(JsonNode node) {
        return new ImportPreset(
                text(node, "id"),
                text(node, "target"),
                optional(node, "currency"),
                texts(node, "header"),
                node.path("hasHeader").asBoolean(true),
                optional(node, "dateFormat"),
                list(node, "columns", ImportBinder::column),
                wordOr(ImportPreset.Duplicates.KEEP, node, "duplicates"));
    }

    private static ImportPreset.Column column(JsonNode node) {
        return new ImportPreset.Column(
                text(node, "target"),
                texts(node, "from"),
                wordOr(ImportPreset.Transform.NONE, node, "transform"),
                optional(node, "argument"),
                Nodes.entries(node, "values", JsonNode::asString),
                texts(node, "missing"));
    }
}

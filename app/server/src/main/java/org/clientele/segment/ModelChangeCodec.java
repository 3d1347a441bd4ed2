package org.clientele.segment;

import java.util.List;
import java.util.stream.Stream;
import org.clientele.common.Problem;
import org.clientele.plugins.api.ModelDefinition;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what is set in a model as JSON, and reads it for a model of the same kind. What could not be set yet when it was written is as the plugin
 * says. Stateless.
 */
final class ModelChangeCodec {
    /** The most that is stored. */
    private static final int LONGEST = 60_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ModelChangeCodec() {}

    static String write(ModelChange change) {
        String written = JSON.writeValueAsString(change);
        if (written.length() > LONGEST) {
            throw new Problem("segment.problem.too-long", written.length(), LONGEST);
        }
        return written;
    }

    /** @throws Problem when what is stored is of another kind than the model now */
    static ModelChange read(ModelDefinition model, String stored) {
        try {
            return switch (model) {
                case ModelDefinition.Rfm rfm ->
                    read(stored, ModelChange.Rfm.class, ModelChange.Rfm.of(rfm), "recency", "frequency", "monetary");
                case ModelDefinition.Tiers tiers ->
                    read(stored, ModelChange.Tiers.class, ModelChange.Tiers.of(tiers), "metric");
                case ModelDefinition.Clv clv ->
                    read(
                            stored,
                            ModelChange.Clv.class,
                            ModelChange.Clv.of(clv),
                            "purchases",
                            "weeks",
                            "yearlyDiscount");
                case ModelDefinition.Rules _ -> JSON.readValue(stored, ModelChange.Rules.class);
                case ModelDefinition.LifeCycle _ -> JSON.readValue(stored, ModelChange.LifeCycle.class);
                case ModelDefinition.Matrix matrix -> matrix(stored, matrix);
                case ModelDefinition.Clusters clusters ->
                    read(stored, ModelChange.Clusters.class, ModelChange.Clusters.of(clusters), "fields");
                case ModelDefinition.Churn churn ->
                    read(stored, ModelChange.Churn.class, ModelChange.Churn.of(churn), "features");
                case ModelDefinition.Custom _ -> throw new Problem("segment.problem.not-changeable", model.id());
            };
        } catch (JacksonException | NullPointerException other) {
            throw new Problem("segment.problem.other-kind", model.id());
        }
    }

    /** @param later what could not be set from the start: where it is not there the plugin's stands */
    private static <T extends ModelChange> T read(String stored, Class<T> kind, T plugin, String... later) {
        JsonNode node = JSON.readTree(stored);
        fill(node, JSON.valueToTree(plugin), later);
        return JSON.treeToValue(node, kind);
    }

    private static ModelChange matrix(String stored, ModelDefinition.Matrix matrix) {
        JsonNode node = JSON.readTree(stored);
        JsonNode plugin = JSON.valueToTree(ModelChange.Matrix.of(matrix));
        for (String axis : List.of("rows", "columns")) {
            fill(node.path(axis), plugin.path(axis), "metric");
        }
        return JSON.treeToValue(node, ModelChange.Matrix.class);
    }

    private static void fill(JsonNode node, JsonNode plugin, String... later) {
        if (node instanceof ObjectNode written) {
            Stream.of(later).filter(name -> !written.has(name)).forEach(name -> written.set(name, plugin.path(name)));
        }
    }
}

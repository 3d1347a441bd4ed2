package org.clientele.segment;

import java.util.Map;
import org.clientele.common.Problem;
import org.clientele.plugins.api.ModelDefinition;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes models that consultants made, and their names, as JSON and reads them. Stateless. */
final class OwnModelCodec {
    /** The most that is stored. */
    private static final int LONGEST = 60_000;

    private static final String KIND = "kind";
    private static final String MODEL = "model";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OwnModelCodec() {}

    static String write(ModelDefinition model) {
        return bounded(JSON.writeValueAsString(
                JSON.createObjectNode().put(KIND, kind(model)).set(MODEL, JSON.valueToTree(model))));
    }

    static String write(Map<String, Map<String, String>> texts) {
        return bounded(JSON.writeValueAsString(texts));
    }

    private static String bounded(String written) {
        if (written.length() > LONGEST) {
            throw new Problem("segment.problem.too-long", written.length(), LONGEST);
        }
        return written;
    }

    private static String kind(ModelDefinition model) {
        return switch (model) {
            case ModelDefinition.Rfm _ -> "rfm";
            case ModelDefinition.Tiers _ -> "tiers";
            case ModelDefinition.Rules _ -> "rules";
            case ModelDefinition.LifeCycle _ -> "life_cycle";
            case ModelDefinition.Matrix _ -> "matrix";
            case ModelDefinition.Churn _ -> "churn";
            case ModelDefinition.Clusters _ -> "clusters";
            case ModelDefinition.Clv _ -> "clv";
            case ModelDefinition.Custom custom -> throw new Problem("segment.problem.not-changeable", custom.id());
        };
    }

    private static Class<? extends ModelDefinition> type(String kind) {
        return switch (kind) {
            case "rfm" -> ModelDefinition.Rfm.class;
            case "tiers" -> ModelDefinition.Tiers.class;
            case "rules" -> ModelDefinition.Rules.class;
            case "life_cycle" -> ModelDefinition.LifeCycle.class;
            case "matrix" -> ModelDefinition.Matrix.class;
            case "churn" -> ModelDefinition.Churn.class;
            case "clusters" -> ModelDefinition.Clusters.class;
            case "clv" -> ModelDefinition.Clv.class;
            default -> throw new IllegalArgumentException("No kind of model is called " + kind);
        };
    }

    /** @throws IllegalArgumentException when it is not what was written here */
    static ModelDefinition model(String stored) {
        try {
            JsonNode node = JSON.readTree(stored);
            return JSON.treeToValue(node.path(MODEL), type(node.path(KIND).asString("")));
        } catch (JacksonException | NullPointerException unread) {
            throw new IllegalArgumentException("This is no model: " + unread.getMessage(), unread);
        }
    }

    /** @throws IllegalArgumentException when it is not what was written here */
    static Map<String, Map<String, String>> texts(String stored) {
        try {
            return JSON.readValue(stored, new TypeReference<>() {});
        } catch (JacksonException unread) {
            throw new IllegalArgumentException("These are no names: " + unread.getMessage(), unread);
        }
    }
}

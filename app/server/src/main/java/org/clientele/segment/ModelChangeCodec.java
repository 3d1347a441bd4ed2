package org.clientele.segment;

import org.clientele.common.Problem;
import org.clientele.plugins.api.ModelDefinition;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Writes what is set in a model as JSON, and reads it for a model of the same kind. Stateless. */
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
                case ModelDefinition.Rfm _ -> JSON.readValue(stored, ModelChange.Rfm.class);
                case ModelDefinition.Tiers _, ModelDefinition.Clv _ -> JSON.readValue(stored, ModelChange.Tiers.class);
                case ModelDefinition.Rules _ -> JSON.readValue(stored, ModelChange.Rules.class);
                case ModelDefinition.LifeCycle _ -> JSON.readValue(stored, ModelChange.LifeCycle.class);
                case ModelDefinition.Matrix _ -> JSON.readValue(stored, ModelChange.Matrix.class);
                case ModelDefinition.Clusters _ -> JSON.readValue(stored, ModelChange.Clusters.class);
                case ModelDefinition.Churn _ -> JSON.readValue(stored, ModelChange.Churn.class);
                case ModelDefinition.Custom _ -> throw new Problem("segment.problem.not-changeable", model.id());
            };
        } catch (JacksonException | NullPointerException other) {
            throw new Problem("segment.problem.other-kind", model.id());
        }
    }
}

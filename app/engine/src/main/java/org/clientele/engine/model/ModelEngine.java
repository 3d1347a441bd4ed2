package org.clientele.engine.model;

import java.util.Map;
import org.clientele.plugins.api.ModelDefinition;

/** Evaluates models. Stateless; any thread may call it. */
public final class ModelEngine {
    private ModelEngine() {}

    /**
     * Puts every customer into the model's segments. The model need not be one of the definition's: a preview passes the one being
     * edited. Takes a second or less for a million customers.
     *
     * @throws IllegalArgumentException when the model names a metric that there is not, or a condition does not pass the check that
     *     reading a definition makes
     */
    public static ModelResult evaluate(ModelDefinition model, ModelContext context) {
        return switch (model) {
            case ModelDefinition.Rfm rfm -> RfmResult.of(rfm, context);
            case ModelDefinition.Tiers tiers -> TiersResult.of(tiers, context);
            case ModelDefinition.Rules rules -> RulesResult.of(rules, context);
            case ModelDefinition.LifeCycle cycle -> RulesResult.of(cycle, context);
        };
    }

    /** The parameters that a model's conditions may name. */
    static Map<String, Double> parameters(ModelDefinition model) {
        return model instanceof ModelDefinition.LifeCycle cycle ? cycle.parameters() : Map.of();
    }
}

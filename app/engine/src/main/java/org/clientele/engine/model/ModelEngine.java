package org.clientele.engine.model;

import org.clientele.plugins.api.ModelDefinition;

/** Evaluates models once, as a preview does; see {@link PreparedModel} for many dates. Stateless; any thread may call it. */
public final class ModelEngine {
    private ModelEngine() {}

    /**
     * Puts every customer into the model's segments. The model need not be one of the definition's: a preview passes the one being
     * edited. Takes a second or less for a million customers, some seconds for a model that learns.
     *
     * @throws IllegalArgumentException when the model names a metric that there is not, or a condition does not pass the check that
     *     reading a definition makes
     */
    public static ModelResult evaluate(ModelDefinition model, ModelContext context) {
        return PreparedModel.of(model, context.definition()).evaluate(context);
    }
}

package org.clientele.plugins.api.extension;

import java.util.List;

/**
 * What a {@link CustomModel} is computed from: of the customers' columns those that the model lists under {@code inputs}.
 */
public interface ModelInput extends CustomerTable {
    /** Id of the model; one extension may serve several. */
    String model();

    /** Ids of the model's segments as declared; a segment's place here is its number in {@link ModelOutput#put}. */
    List<String> segments();

    /** Ids of the reasons that the model lists under {@code reasons}. */
    List<String> reasons();
}

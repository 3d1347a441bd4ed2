package org.clientele.segment;

import org.clientele.engine.check.CustomChecks;
import org.clientele.engine.model.CustomModels;

/** Where the answers of custom models and checks come from. */
public interface PluginAnswers {
    /** There is no code at hand: custom models and checks are unavailable. */
    PluginAnswers NONE = new PluginAnswers() {
        @Override
        public CustomModels models(String verticalKey) {
            return CustomModels.NONE;
        }

        @Override
        public CustomChecks checks(String verticalKey) {
            return CustomChecks.NONE;
        }
    };

    /** For the models of a vertical. */
    CustomModels models(String verticalKey);

    /** For the checks of a vertical. */
    CustomChecks checks(String verticalKey);
}

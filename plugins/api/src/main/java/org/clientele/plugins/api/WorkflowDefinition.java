package org.clientele.plugins.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Steps that a matter of a customer goes through, each done by a person on a day: the approval of a grade, a connection from survey to
 * energising. Steps are done in order; a step is done or refused, and a refusal ends the run, so that a new one can start.
 *
 * @param id lower case, {@code [a-z][a-z0-9_]{0,39}}, unique in the vertical
 * @param when whom it can be started for, over attributes, metrics and models by id; null: everybody
 * @param subject id of a model whose segment is proposed when it starts and stands in its history, or null
 * @param sets id of a choice attribute that takes the subject's segment (a value of the same id) when the last step is done, or null
 * @param steps at least two
 * @param source id of where it comes from ({@link Texts#source}), or null
 */
public record WorkflowDefinition(
        String id,
        @Nullable String when,
        @Nullable String subject,
        @Nullable String sets,
        List<Step> steps,
        @Nullable String source) {
    public WorkflowDefinition {
        steps = List.copyOf(steps);
    }

    /**
     * A step. Its texts: {@link Texts#workflowStep} (what is done) and {@link Texts#workflowActor} (which body answers for it).
     *
     * @param id lower case, unique in the workflow
     * @param roles who may record it; empty: everybody who may edit customers
     * @param document whether the number of a document (approval, filing) has to be given
     */
    public record Step(String id, List<RoleName> roles, boolean document) {
        public Step {
            roles = List.copyOf(roles);
        }
    }
}

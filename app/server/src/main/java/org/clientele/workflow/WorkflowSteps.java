package org.clientele.workflow;

import java.util.Optional;
import org.clientele.plugins.api.WorkflowDefinition;
import org.clientele.plugins.api.WorkflowDefinition.Step;
import org.jspecify.annotations.Nullable;

/** The steps of a workflow as its plugin declares them now, which may be others than when a run began. */
public final class WorkflowSteps {
    private WorkflowSteps() {}

    /** The step of that id. */
    public static Optional<Step> find(WorkflowDefinition workflow, @Nullable String id) {
        return workflow.steps().stream().filter(step -> step.id().equals(id)).findFirst();
    }

    /** The step that waits in a running run: the one noted, or, where the plugin has it no more, the first that was not done. */
    public static Optional<Step> next(WorkflowDefinition workflow, WorkflowRun run) {
        return run.isRunning()
                ? find(workflow, run.nextStep()).or(() -> workflow.steps().stream()
                        .filter(step -> run.entry(step.id()).isEmpty())
                        .findFirst())
                : Optional.empty();
    }

    /** The step after one, or nothing when it is the last. */
    static Optional<Step> after(WorkflowDefinition workflow, Step step) {
        int place = workflow.steps().indexOf(step) + 1;
        return place < workflow.steps().size() ? Optional.of(workflow.steps().get(place)) : Optional.empty();
    }
}

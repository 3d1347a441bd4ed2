package org.clientele.workflow;

import java.util.List;
import java.util.Optional;
import org.clientele.plugins.api.WorkflowDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A workflow as it stands for a customer, and what the user may do in it.
 *
 * @param runs every run so far, newest first
 * @param proposal id of the segment that would be proposed by starting now, or null
 * @param mayStart whether it concerns the customer, none is running, and the user may begin one
 * @param mayRecord whether the user may record or refuse the step that waits
 * @param mayWithdraw whether the user may withdraw the running one
 */
public record CustomerWorkflow(
        WorkflowDefinition definition,
        List<WorkflowRun> runs,
        @Nullable String proposal,
        boolean mayStart,
        boolean mayRecord,
        boolean mayWithdraw) {
    public CustomerWorkflow {
        runs = List.copyOf(runs);
    }

    /** The run that goes on. */
    public Optional<WorkflowRun> running() {
        return runs.stream().filter(WorkflowRun::isRunning).findFirst();
    }

    /** Whether there is anything to show or to do. */
    public boolean isEmpty() {
        return runs.isEmpty() && !mayStart;
    }
}

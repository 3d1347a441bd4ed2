package org.clientele.workflow;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A matter of a customer on its way through a workflow.
 *
 * @param workflow id of the workflow
 * @param proposed id of the segment proposed at the start, or null
 * @param nextStep id of the step that waits to be recorded; null once it has ended
 * @param version counts what happened; whoever saw an older one is refused
 * @param entries what happened, oldest first
 */
public record WorkflowRun(
        long id,
        long customerId,
        String workflow,
        @Nullable String proposed,
        State state,
        @Nullable String nextStep,
        int version,
        List<WorkflowEntry> entries) {
    public WorkflowRun {
        entries = List.copyOf(entries);
    }

    /** How a run stands. */
    public enum State {
        RUNNING,
        DONE,
        REFUSED,
        WITHDRAWN
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }

    /** What happened to a step, or nothing yet. */
    public Optional<WorkflowEntry> entry(String step) {
        return entries.stream().filter(entry -> step.equals(entry.step())).findFirst();
    }

    /** The day of what happened last. */
    public LocalDate lastDay() {
        return entries.getLast().data().day();
    }
}

package org.clientele.workflow;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A run that waits for its next step, as a list shows it.
 *
 * @param customer name of the customer, or number
 * @param proposed id of the segment proposed, or null
 * @param nextStep id of the step that waits
 * @param waitingSince the day of what happened last
 * @param owner display name of who looks after the customer, or null
 */
public record RunningWorkflow(
        long id,
        long customerId,
        String customer,
        String workflow,
        @Nullable String proposed,
        String nextStep,
        LocalDate startedOn,
        LocalDate waitingSince,
        @Nullable String owner) {}

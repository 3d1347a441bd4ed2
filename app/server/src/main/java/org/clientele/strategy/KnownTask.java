package org.clientele.strategy;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A task as the making of further ones needs to know it.
 *
 * @param plannedOn as the vertical counts
 * @param closedAt when it was done or ended, if it was
 * @param imported whether an import brought it back and nobody changed it since
 */
public record KnownTask(
        long id,
        long customerId,
        TaskPlay play,
        LocalDate plannedOn,
        TaskState state,
        @Nullable Long ownerId,
        @Nullable Instant closedAt,
        boolean imported) {
    boolean isOpen() {
        return state == TaskState.OPEN;
    }
}

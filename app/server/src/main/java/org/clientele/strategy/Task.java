package org.clientele.strategy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A play that is to be done for one customer.
 *
 * @param customer name, or number where the name is not known
 * @param plannedOn the day on which its play is due
 * @param dueOn the day for whoever works on it
 * @param ownerId who does it, or null: whoever takes it
 * @param owner display name of that user
 */
public record Task(
        long id,
        long customerId,
        String customer,
        TaskPlay play,
        LocalDate plannedOn,
        LocalDate dueOn,
        @Nullable Long ownerId,
        @Nullable String owner,
        TaskState state,
        int version) {}

package org.clientele.survey;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An unhappy answer to which somebody has to come back.
 *
 * @param customer name, or number where the name is not known
 * @param ownerId who comes back, or null: whoever takes it
 * @param owner display name of that user
 * @param done whether somebody did
 * @param version counts changes
 */
public record UnhappyCustomer(
        Invitation invitation,
        String customer,
        LocalDate dueOn,
        @Nullable Long ownerId,
        @Nullable String owner,
        boolean done,
        int version) {}

package org.clientele.interaction;

import java.time.LocalDate;
import java.util.Objects;

/**
 * An interaction that somebody has to come back to, with the customer's title for the list.
 *
 * @param customer the customer's name, or number
 * @param ownerId who comes back to it: its author, or whoever it was handed to
 * @param owner display name of that user
 */
public record FollowUp(Interaction interaction, String customer, long ownerId, String owner) {
    /** The day to come back to it. */
    public LocalDate day() {
        return Objects.requireNonNull(interaction.data().followUpOn());
    }
}

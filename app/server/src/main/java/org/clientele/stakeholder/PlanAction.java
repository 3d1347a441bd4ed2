package org.clientele.stakeholder;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done for the relationship with a party.
 *
 * @param owner display name
 * @param endedOn when it was done or dropped
 */
public record PlanAction(
        long id,
        String title,
        @Nullable Long ownerId,
        @Nullable String owner,
        LocalDate dueOn,
        State state,
        @Nullable LocalDate endedOn) {
    /** How far it is. */
    public enum State {
        OPEN,
        DONE,
        DROPPED
    }

    public PlanAction {
        title = title.strip();
    }

    /** Still to be done. */
    public static PlanAction open(String title, @Nullable Long ownerId, LocalDate dueOn) {
        return new PlanAction(NewRow.ID, title, ownerId, null, dueOn, State.OPEN, null);
    }

    void requireSound() {
        StakeholderData.requireText("stakeholder.problem.action", title, StakeholderData.NAME_LENGTH);
    }
}

package org.clientele.stakeholder;

import java.time.LocalDate;
import org.clientele.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * An agreement with a party.
 *
 * @param endsOn its last day, or null: it goes on until somebody ends it
 * @param remindOn when somebody is told that it ends, or null: nobody is, or it was dealt with
 */
public record Agreement(
        long id,
        String title,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate remindOn) {
    /** People are usually told so many days before the end. */
    public static final int NOTICE = 60;

    public Agreement {
        title = title.strip();
    }

    void requireSound() {
        StakeholderData.requireText("stakeholder.problem.agreement", title, StakeholderData.NAME_LENGTH);
        if (endsOn != null && endsOn.isBefore(startsOn)) {
            throw new Problem("stakeholder.problem.ends", endsOn, startsOn);
        }
        if (remindOn != null && endsOn == null) {
            throw new Problem("stakeholder.problem.remind");
        }
    }

    /** Whether it holds on the day. */
    public boolean isInForce(LocalDate day) {
        return !startsOn.isAfter(day) && (endsOn == null || !endsOn.isBefore(day));
    }
}

package org.clientele.strategy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;
import org.clientele.common.Problem;
import org.clientele.plugins.api.PlayDefinition;
import org.jspecify.annotations.Nullable;

/**
 * How often and when customers of a vertical are contacted, whatever strategies ask for.
 *
 * @param most contacts with one customer in the period, over all strategies; null: no limit
 * @param days length of the period
 * @param quietFrom from when on nobody is contacted, or null
 * @param quietTo until when; may be on the next morning
 * @param quietDays days of the week on which nobody is contacted
 * @param quietDaysOff whether nobody is contacted on days off of the working calendar; null, as in rules set before there was the choice: no matter
 */
public record ContactRules(
        @Nullable Integer most,
        int days,
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietTo,
        Set<DayOfWeek> quietDays,
        @Nullable Boolean quietDaysOff) {
    /** Nothing is limited. */
    public static final ContactRules NONE = new ContactRules(null, 30, null, null, Set.of(), null);

    private static final int MOST = 100;
    private static final int LONGEST = 365;
    private static final int WEEK = 7;

    public ContactRules {
        quietDays = Set.copyOf(quietDays);
    }

    /** Whether a play is a contact: work within the house is not. */
    public static boolean isContact(PlayDefinition play) {
        return play.channel() != PlayDefinition.Channel.INTERNAL;
    }

    /** Fails with a problem that names what to mend. */
    void require() {
        if (most != null && (most < 1 || most > MOST)) {
            throw new Problem("strategy.problem.days", most, 1, MOST);
        }
        if (days < 1 || days > LONGEST) {
            throw new Problem("strategy.problem.days", days, 1, LONGEST);
        }
        if ((quietFrom == null) != (quietTo == null) || quietFrom != null && quietFrom.equals(quietTo)) {
            throw new Problem("strategy.problem.quiet-hours");
        }
        if (quietDays.size() == WEEK) {
            throw new Problem("strategy.problem.quiet-days");
        }
    }
}

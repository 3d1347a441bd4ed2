package org.clientele.strategy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;

/**
 * When customers are not contacted.
 *
 * @param daysOff of the working calendar
 */
public record QuietTime(ContactRules rules, Set<LocalDate> daysOff) {
    /** However many days off somebody enters, looking for the next day ends. */
    private static final int FURTHEST_DAYS = 400;

    public QuietTime {
        daysOff = Set.copyOf(daysOff);
    }

    /** Whether nobody is contacted on the whole day. */
    public boolean isQuiet(LocalDate day) {
        return rules.quietDays().contains(day.getDayOfWeek())
                || Boolean.TRUE.equals(rules.quietDaysOff()) && daysOff.contains(day);
    }

    /** The day, or the next one on which somebody may be contacted. */
    public LocalDate allowed(LocalDate day) {
        LocalDate allowed = day;
        for (int moved = 0; moved < FURTHEST_DAYS && isQuiet(allowed); moved++) {
            allowed = allowed.plusDays(1);
        }
        return allowed;
    }

    /** The moment, or the next one at which somebody may be contacted. */
    public LocalDateTime allowed(LocalDateTime moment) {
        LocalDateTime allowed = moment;
        for (int moved = 0; moved < 2 * FURTHEST_DAYS; moved++) {
            LocalDateTime next = isQuiet(allowed.toLocalDate())
                    ? allowed.toLocalDate().plusDays(1).atStartOfDay()
                    : afterQuietHours(allowed);
            if (next.equals(allowed)) {
                break;
            }
            allowed = next;
        }
        return allowed;
    }

    /** The end of the quiet hours that the moment lies in, or the moment itself. */
    private LocalDateTime afterQuietHours(LocalDateTime moment) {
        LocalTime quietFrom = rules.quietFrom();
        LocalTime quietTo = rules.quietTo();
        if (quietFrom == null || quietTo == null) {
            return moment;
        }
        LocalTime time = moment.toLocalTime();
        boolean overnight = quietTo.isBefore(quietFrom);
        boolean evening = !time.isBefore(quietFrom);
        boolean beforeEnd = time.isBefore(quietTo);
        if (overnight ? !evening && !beforeEnd : !evening || !beforeEnd) {
            return moment;
        }
        LocalDateTime end = moment.toLocalDate().atTime(quietTo);
        return overnight && evening ? end.plusDays(1) : end;
    }
}

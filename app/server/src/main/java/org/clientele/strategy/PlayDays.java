package org.clientele.strategy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clientele.plugins.api.PlayDefinition;
import org.jspecify.annotations.Nullable;

/** The day on which a play is due, counted from the day that its definition names. */
final class PlayDays {
    private static final int YEAR = 365;

    private PlayDays() {}

    /** Whether a play comes back every year on its day: birthdays, anniversaries, ends of yearly contracts. */
    static boolean isYearly(PlayDefinition play) {
        Integer every = play.everyDays();
        return play.from() == PlayDefinition.From.DATE && every != null && every == YEAR;
    }

    /**
     * The play's next day on or after today; of a play that happens once its only day, which may be over.
     *
     * @param from the day it is counted from
     */
    static LocalDate next(PlayDefinition play, LocalDate from, LocalDate today) {
        LocalDate first = from.plusDays(play.afterDays());
        Integer every = play.everyDays();
        if (every == null || !first.isBefore(today)) {
            return first;
        }
        return isYearly(play) ? nextYearly(play, from, today) : nextRepeated(first, every, today);
    }

    /**
     * The play's days in a span, both ends included.
     *
     * @param times how often it comes at most, or null
     */
    static List<LocalDate> between(
            PlayDefinition play, @Nullable Integer times, LocalDate from, LocalDate first, LocalDate last) {
        List<LocalDate> days = new ArrayList<>();
        LocalDate end = times == null ? last : earlier(last, lastOf(play, times, from));
        LocalDate before = first.minusDays(1);
        for (LocalDate day = next(play, from, first);
                day.isAfter(before) && !day.isAfter(end);
                day = next(play, from, day.plusDays(1))) {
            days.add(day);
            before = day;
        }
        return days;
    }

    private static LocalDate lastOf(PlayDefinition play, int times, LocalDate from) {
        int every = Objects.requireNonNullElse(play.everyDays(), 0);
        return from.plusDays(play.afterDays() + (times - 1L) * every);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** A day that a year does not have (29 February) is kept on the last day before it. */
    private static LocalDate nextYearly(PlayDefinition play, LocalDate from, LocalDate today) {
        long years = Math.max(0, ChronoUnit.YEARS.between(from, today.minusDays(play.afterDays())));
        LocalDate day = from.plusYears(years).plusDays(play.afterDays());
        return day.isBefore(today) ? from.plusYears(years + 1).plusDays(play.afterDays()) : day;
    }

    private static LocalDate nextRepeated(LocalDate first, int every, LocalDate today) {
        long late = ChronoUnit.DAYS.between(first, today);
        return first.plusDays(Math.ceilDiv(late, every) * every);
    }
}

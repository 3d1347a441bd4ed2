package org.clientele.cases;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clientele.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * When the house works, in its own time zone: hours of each weekday, days off that somebody entered, and days on which it works although they are
 * none of a usual week's. Working time passes as a clock on the wall there shows it, except where that clock is put forward or back: only time
 * that really passes counts. Immutable.
 *
 * @param zone id of a time zone
 * @param hours of each weekday on which the house works
 * @param holidays days off, with what they are called
 * @param extraDays days on which the house works by the hours of {@link #extraHours}, also where they are days off
 */
public record WorkingCalendar(
        String zone,
        Map<DayOfWeek, Hours> hours,
        SortedMap<LocalDate, String> holidays,
        Hours extraHours,
        SortedSet<LocalDate> extraDays) {
    /** A deadline that lies further ahead is none: the calendar has no working time. */
    private static final int FURTHEST_DAYS = 3_660;

    public WorkingCalendar {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw new Problem("cases.problem.zone", zone);
        }
        if (hours.isEmpty()) {
            throw new Problem("cases.problem.hours");
        }
        hours = Map.copyOf(hours);
        holidays = Collections.unmodifiableSortedMap(new TreeMap<>(holidays));
        extraDays = Collections.unmodifiableSortedSet(new TreeSet<>(extraDays));
    }

    /**
     * The hours of a day.
     *
     * @param until end; midnight means the end of the day
     */
    public record Hours(LocalTime from, LocalTime until) {
        public static final Hours OFFICE = new Hours(LocalTime.of(9, 0), LocalTime.of(18, 0));
        public static final Hours ALL_DAY = new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

        public Hours {
            if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
                throw new Problem("cases.problem.hours-order", from.toString(), until.toString());
            }
        }
    }

    /** From Monday to Friday, nine to six, with no days off until somebody enters them. */
    public static WorkingCalendar office(ZoneId zone) {
        Map<DayOfWeek, Hours> hours = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.compareTo(DayOfWeek.FRIDAY) <= 0) {
                hours.put(day, Hours.OFFICE);
            }
        }
        return new WorkingCalendar(zone.getId(), hours, new TreeMap<>(), Hours.OFFICE, new TreeSet<>());
    }

    /** The working time between two moments; none where the second is not later. */
    public Duration between(Instant from, Instant until) {
        Duration sum = Duration.ZERO;
        LocalDate last = day(until);
        for (LocalDate day = day(from); !day.isAfter(last); day = day.plusDays(1)) {
            for (Span span : spans(day)) {
                sum = sum.plus(span.within(from, until));
            }
        }
        return sum;
    }

    /**
     * When so much working time will have passed; a moment at the end of a working day belongs to that day.
     *
     * @param time zero or more
     */
    public Instant after(Instant from, Duration time) {
        Duration left = time;
        LocalDate first = day(from);
        for (LocalDate day = first; day.isBefore(first.plusDays(FURTHEST_DAYS)); day = day.plusDays(1)) {
            for (Span span : spans(day)) {
                Instant begin = span.from().isBefore(from) ? from : span.from();
                Duration here = span.within(begin, span.until());
                if (!here.isZero() && left.compareTo(here) <= 0) {
                    return begin.plus(left);
                }
                left = left.minus(here);
            }
        }
        return from.plus(Duration.ofDays(FURTHEST_DAYS));
    }

    private record Span(Instant from, Instant until) {
        Duration within(Instant begin, Instant end) {
            Instant first = from.isBefore(begin) ? begin : from;
            Instant last = until.isAfter(end) ? end : until;
            return first.isBefore(last) ? Duration.between(first, last) : Duration.ZERO;
        }
    }

    /** The days off on which the house does not work after all. */
    public Set<LocalDate> daysOff() {
        Set<LocalDate> off = new HashSet<>(holidays.keySet());
        off.removeAll(extraDays);
        return off;
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneId.of(zone));
    }

    /** The working time of a day, one span at most. */
    private List<Span> spans(LocalDate day) {
        Hours worked = worked(day);
        if (worked == null) {
            return List.of();
        }
        ZoneId here = ZoneId.of(zone);
        LocalDate end = worked.until().equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
        return List.of(new Span(
                day.atTime(worked.from()).atZone(here).toInstant(),
                end.atTime(worked.until()).atZone(here).toInstant()));
    }

    private @Nullable Hours worked(LocalDate day) {
        if (extraDays.contains(day)) {
            return extraHours;
        }
        return holidays.containsKey(day) ? null : hours.get(day.getDayOfWeek());
    }
}

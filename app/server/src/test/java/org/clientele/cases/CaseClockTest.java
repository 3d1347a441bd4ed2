package org.clientele.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clientele.cases.CaseClock.Reading;
import org.clientele.cases.CaseClock.Span;
import org.clientele.cases.CaseClock.Standing;
import org.clientele.cases.WorkingCalendar.Hours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseClockTest {
    private static final WorkingCalendar OFFICE = WorkingCalendar.office(ZoneId.of("Asia/Shanghai"));

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        // Monday 2 March 2026, nine to six in Shanghai is 01:00 to 10:00 UTC
        "2026-03-02T01:00:00Z, 2026-03-02T10:00:00Z, PT9H",
        "2026-03-01T20:00:00Z, 2026-03-02T02:30:00Z, PT1H30M",
        "2026-03-02T09:30:00Z, 2026-03-03T01:30:00Z, PT1H",
        "2026-03-06T09:00:00Z, 2026-03-09T02:00:00Z, PT2H",
        "2026-03-07T01:00:00Z, 2026-03-08T10:00:00Z, PT0S",
        "2026-03-02T10:00:00Z, 2026-03-03T01:00:00Z, PT0S",
        "2026-03-03T01:00:00Z, 2026-03-02T01:00:00Z, PT0S"
    })
    void shouldCountWorkingTimeOnly(Instant from, Instant until, Duration worked) {
        assertThat(OFFICE.between(from, until)).isEqualTo(worked);
    }

    @Test
    void shouldNotHaveADayOffOnWhichTheHouseWorksAfterAll() {
        LocalDate first = LocalDate.of(2026, 10, 1);
        WorkingCalendar calendar = new WorkingCalendar(
                "Asia/Shanghai",
                OFFICE.hours(),
                new TreeMap<>(Map.of(first, "National Day", first.plusDays(1), "National Day")),
                Hours.OFFICE,
                new TreeSet<>(Set.of(first.plusDays(1))));
        assertThat(calendar.daysOff()).containsExactly(first);
        assertThat(OFFICE.daysOff()).isEmpty();
    }

    @ParameterizedTest(name = "{0} + {1} = {2}")
    @CsvSource({
        "2026-03-02T01:00:00Z, PT9H, 2026-03-02T10:00:00Z",
        "2026-03-02T01:00:00Z, PT9H1M, 2026-03-03T01:01:00Z",
        "2026-03-06T09:00:00Z, PT2H, 2026-03-09T02:00:00Z",
        "2026-03-07T01:00:00Z, PT1H, 2026-03-09T02:00:00Z",
        "2026-03-02T12:00:00Z, PT0S, 2026-03-03T01:00:00Z",
        "2026-03-02T01:00:00Z, PT45H, 2026-03-06T10:00:00Z"
    })
    void shouldFindTheEndOfAGoal(Instant from, Duration goal, Instant end) {
        assertThat(OFFICE.after(from, goal)).isEqualTo(end);
    }

    /** In Berlin clocks go from two to three on 29 March 2026, and from three back to two on 25 October. */
    @ParameterizedTest(name = "{0}: {1} to {2} is {3}")
    @CsvSource({
        "Europe/Berlin, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z, PT23H",
        "Europe/Berlin, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z, PT25H",
        "Asia/Shanghai, 2026-03-28T16:00:00Z, 2026-03-29T16:00:00Z, PT24H"
    })
    void shouldCountWhatReallyPassesWhereClocksAreChanged(String zone, Instant from, Instant until, Duration passed) {
        WorkingCalendar always = week(zone, Hours.ALL_DAY, DayOfWeek.values());
        assertThat(always.between(from, until)).isEqualTo(passed);
        assertThat(always.after(from, passed)).isEqualTo(until);
    }

    @Test
    void shouldKeepOfficeHoursOnTheWallAcrossAChangeOfClocks() {
        WorkingCalendar berlin = WorkingCalendar.office(ZoneId.of("Europe/Berlin"));
        // Friday 17:00 in winter time, due two working hours later: Monday 10:00 in summer time
        assertThat(berlin.after(Instant.parse("2026-03-27T16:00:00Z"), Duration.ofHours(2)))
                .isEqualTo(Instant.parse("2026-03-30T08:00:00Z"));
        // hours that begin within the hour that is left out begin at its end
        WorkingCalendar night =
                week("Europe/Berlin", new Hours(LocalTime.of(2, 30), LocalTime.of(6, 0)), DayOfWeek.SUNDAY);
        assertThat(night.between(Instant.parse("2026-03-29T00:00:00Z"), Instant.parse("2026-03-29T12:00:00Z")))
                .isEqualTo(Duration.ofMinutes(150));
    }

    @Test
    void shouldLeaveOutDaysOffAndWorkOnDaysMadeUpFor() {
        SortedMap<LocalDate, String> holidays = new TreeMap<>(Map.of(LocalDate.of(2026, 3, 3), "Founding day"));
        WorkingCalendar calendar = new WorkingCalendar(
                "Asia/Shanghai",
                OFFICE.hours(),
                holidays,
                new Hours(LocalTime.of(9, 0), LocalTime.of(12, 0)),
                new TreeSet<>(Set.of(LocalDate.of(2026, 3, 7))));
        Instant monday = Instant.parse("2026-03-02T01:00:00Z");
        assertThat(calendar.after(monday, Duration.ofHours(10))).isEqualTo(Instant.parse("2026-03-04T02:00:00Z"));
        assertThat(calendar.between(Instant.parse("2026-03-06T10:00:00Z"), Instant.parse("2026-03-08T16:00:00Z")))
                .as("Saturday is worked by its own hours")
                .isEqualTo(Duration.ofHours(3));
    }

    @Test
    void shouldRefuseCalendarsThatCannotBe() {
        assertThatThrownBy(() -> week("Mars/Olympus", Hours.OFFICE, DayOfWeek.MONDAY))
                .hasMessageContaining("zone");
        assertThatThrownBy(() -> week("UTC", Hours.OFFICE)).hasMessageContaining("hours");
        assertThatThrownBy(() -> new Hours(LocalTime.of(18, 0), LocalTime.of(9, 0)))
                .hasMessageContaining("hours-order");
        assertThat(new Hours(LocalTime.of(18, 0), LocalTime.MIDNIGHT)).isNotNull();
    }

    @Test
    void shouldStandWhilePausedAndGoOnWhenItRunsAgain() {
        Instant begin = Instant.parse("2026-03-02T01:00:00Z");
        CaseClock paused = clock(new Span(begin, begin.plusSeconds(3600)));
        Reading standing = paused.at(begin.plus(Duration.ofDays(3)));
        assertThat(standing.running()).isFalse();
        assertThat(standing.used()).isEqualTo(Duration.ofHours(1));
        assertThat(standing.dueAt()).isNull();
        assertThat(standing.left()).isEqualTo(Duration.ofHours(3));

        Instant again = Instant.parse("2026-03-03T01:00:00Z");
        CaseClock running = clock(new Span(begin, begin.plusSeconds(3600)), new Span(again, null));
        assertThat(running.at(again).dueAt()).isEqualTo(again.plus(Duration.ofHours(3)));
        assertThat(running.at(again.plus(Duration.ofHours(2))).standing()).isEqualTo(Standing.NEAR);
        assertThat(running.at(again.plus(Duration.ofHours(3))).standing()).isEqualTo(Standing.BREACHED);
        assertThat(running.reaching(0.75)).isEqualTo(again.plus(Duration.ofHours(2)));
    }

    @Test
    void shouldKnowWhenItWasLateAlsoWhileItStands() {
        Instant begin = Instant.parse("2026-03-02T01:00:00Z");
        CaseClock clock = clock(new Span(begin, begin.plus(Duration.ofHours(6))));
        Reading reading = clock.at(begin.plus(Duration.ofDays(1)));
        assertThat(reading.dueAt()).isEqualTo(begin.plus(Duration.ofHours(4)));
        assertThat(reading.standing()).isEqualTo(Standing.BREACHED);
        assertThat(reading.left()).isEqualTo(Duration.ofHours(-2));
        assertThat(clock.reaching(2)).isNull();
    }

    private static CaseClock clock(Span... spans) {
        return new CaseClock(OFFICE, List.of(spans), Duration.ofHours(4), 0.75);
    }

    private static WorkingCalendar week(String zone, Hours hours, DayOfWeek... days) {
        Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
        Arrays.stream(days).forEach(day -> week.put(day, hours));
        return new WorkingCalendar(zone, week, new TreeMap<>(), Hours.OFFICE, new TreeSet<>());
    }
}

package org.clientele.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.plugins.api.PlayDefinition.From;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlayDaysTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @ParameterizedTest(name = "{0} {1}, {2} days after, every {3}: {4}")
    @CsvSource(textBlock = """
            # once: its only day, even when it is over
            ENTRY,    2026-02-20,   0,    , 2026-02-20
            ENTRY,    2026-02-20,  21,    , 2026-03-13
            ACTIVITY, 2026-02-27,   2,    , 2026-03-01
            DATE,     2026-05-31, -60,    , 2026-04-01
            # repeated: the first day of the row that is not over
            ENTRY,    2026-02-20,   7,  90, 2026-05-28
            ENTRY,    2025-11-24,   7,  90, 2026-03-01
            ENTRY,    2026-02-19,   0,  10, 2026-03-01
            ENTRY,    2026-02-18,   0,  10, 2026-03-10
            ENTRY,    2026-03-01,   0,  10, 2026-03-01
            ACTIVITY, 2026-01-01,   3,  30, 2026-03-05
            # every year on the day, whatever the leap years
            DATE,     1980-05-03,   0, 365, 2026-05-03
            DATE,     1980-03-01,   0, 365, 2026-03-01
            DATE,     1980-02-28,   0, 365, 2027-02-28
            DATE,     1980-02-29,   0, 365, 2027-02-28
            DATE,     2026-03-31, -30, 365, 2026-03-01
            DATE,     2024-03-30, -30, 365, 2027-02-28
            DATE,     2027-01-10, -30, 365, 2026-12-11
            DATE,     2025-12-20,  80, 365, 2026-03-10
            DATE,     2020-01-05,  60, 365, 2026-03-06
            """)
    void shouldFindTheNextDay(From from, LocalDate day, int afterDays, @Nullable Integer every, LocalDate expected) {
        assertThat(PlayDays.next(play(from, afterDays, every), day, TODAY)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1}, {2} days after, every {3}: {4}")
    @CsvSource(textBlock = """
            # once: in the span or not at all
            ENTRY, 2026-03-01,   0,     , 2026-03-01
            ENTRY, 2026-03-31,   0,     , 2026-03-31
            ENTRY, 2026-02-28,   0,     , ''
            ENTRY, 2026-04-01,   0,     , ''
            # repeated: as often as the span has room for
            ENTRY, 2026-02-20,   0,   10, 2026-03-02 2026-03-12 2026-03-22
            ENTRY, 2026-03-25,   0,   10, 2026-03-25
            DATE,  1980-03-15,   0,  365, 2026-03-15
            DATE,  1980-05-15,   0,  365, ''
            """)
    void shouldFindTheDaysOfASpan(From from, LocalDate day, int afterDays, @Nullable Integer every, String expected) {
        assertThat(PlayDays.between(play(from, afterDays, every), null, day, TODAY, LocalDate.of(2026, 3, 31)))
                .extracting(LocalDate::toString)
                .containsExactly(expected.isEmpty() ? new String[0] : expected.split(" "));
    }

    private static PlayDefinition play(From from, int afterDays, @Nullable Integer every) {
        return new PlayDefinition(
                "play",
                PlayDefinition.Channel.CALL,
                PlayDefinition.Means.SOCIAL,
                PlayDefinition.Owner.TEAM,
                from,
                "field",
                afterDays,
                every,
                null);
    }
}

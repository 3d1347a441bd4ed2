package org.clientele.strategy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clientele.plugin.AsOfMode;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalTables;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.plugins.api.PlayDefinition.From;
import org.clientele.segment.PowerDefinition;
import org.clientele.strategy.AppliedStrategies;
import org.clientele.strategy.ContactLimit;
import org.clientele.strategy.ContactRules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrategyWordsTest {
    private static final Vertical POWER = new Vertical(
            1,
            "shop",
            "USD",
            AsOfMode.TODAY,
            null,
            PowerDefinition.definition(),
            PowerDefinition.texts(),
            new VerticalTables(new VerticalTables.Table("none", Map.of()), Map.of()));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ENTRY    |              | 0   |     | on entering the segment                                   | 进入该细分当天
            ENTRY    |              | 1   |     | 1 day after entering the segment                          | 进入该细分后 1 天
            ENTRY    |              | 7   | 90  | 7 days after entering the segment, then every 90 days     | 进入该细分后 7 天，此后每 90 天
            ENTRY    |              | 0   | 365 | on entering the segment, then every 365 days              | 进入该细分当天，此后每 365 天
            DATE     | contract_end | 0   |     | on the day of “Contract end”                              | “合同到期日”当天
            DATE     | contract_end | -30 | 365 | 30 days before “Contract end”, every year                 | “合同到期日”前 30 天，每年
            DATE     | contract_end | 14  |     | 14 days after “Contract end”                              | “合同到期日”后 14 天
            ACTIVITY | purchase     | 0   |     | on the day of the last purchase                           | 最近一次购电当天
            ACTIVITY | purchase     | 3   |     | 3 days after the last purchase                            | 最近一次购电后 3 天
            """)
    void shouldSayWhenInASentence(
            From from, @Nullable String field, int afterDays, @Nullable Integer every, String english, String chinese) {
        PlayDefinition play = new PlayDefinition(
                "play",
                PlayDefinition.Channel.CALL,
                PlayDefinition.Means.SOCIAL,
                PlayDefinition.Owner.TEAM,
                from,
                field,
                afterDays,
                every,
                null);

        assertThat(words(Locale.ENGLISH).when(play)).isEqualTo(english);
        assertThat(words(Locale.SIMPLIFIED_CHINESE).when(play)).isEqualTo(chinese);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-01 | 1 Mar 2026, today      | 2026年3月1日，今天
            2026-03-06 | 6 Mar 2026, in 5 days  | 2026年3月6日，5 天后
            2026-02-28 | 28 Feb 2026, 1 day ago | 2026年2月28日，1 天前
            """)
    void shouldSayHowFarADayIs(LocalDate day, String english, String chinese) {
        LocalDate today = LocalDate.of(2026, 3, 1);

        assertThat(words(Locale.ENGLISH).due(day, today)).isEqualTo(english);
        assertThat(words(Locale.SIMPLIFIED_CHINESE).due(day, today)).isEqualTo(chinese);
    }

    private static StrategyWords words(Locale locale) {
        return new StrategyWords(POWER, locale);
    }

    @Test
    void shouldSayThatItIsQuietNowAndUntilWhen() {
        ContactRules nights =
                new ContactRules(null, 30, LocalTime.of(21, 0), LocalTime.of(8, 0), Set.of(DayOfWeek.SUNDAY), null);
        AppliedStrategies applied = new AppliedStrategies(POWER, Map.of(), Set.of(), Map.of(), nights, Map.of());
        LocalDateTime friday = LocalDate.of(2026, 2, 20).atTime(22, 0);

        assertThat(new StrategyWords(applied, Locale.ENGLISH, null, friday, Set.of())
                        .quietNow()
                        .orElseThrow())
                .contains("Quiet hours", "21 Feb 2026");
        assertThat(new StrategyWords(applied, Locale.SIMPLIFIED_CHINESE, null, friday.plusDays(2), Set.of())
                        .quietNow()
                        .orElseThrow())
                .contains("静默日", "2026年2月23日");
        assertThat(new StrategyWords(applied, Locale.ENGLISH, null, friday.minusHours(2), Set.of()).quietNow())
                .isEmpty();
        assertThat(new StrategyWords(applied, Locale.ENGLISH, null).quietNow()).isEmpty();
        ContactRules off = new ContactRules(null, 30, null, null, Set.of(), true);
        LocalDate nationalDay = LocalDate.of(2026, 10, 1);
        assertThat(new StrategyWords(
                                new AppliedStrategies(POWER, Map.of(), Set.of(), Map.of(), off, Map.of()),
                                Locale.ENGLISH,
                                null,
                                nationalDay.atTime(10, 0),
                                Set.of(nationalDay))
                        .quietNow()
                        .orElseThrow())
                .contains("Quiet day", "2 Oct 2026");
    }

    @Test
    void shouldSayThatThereWereAsManyContactsAsThereMayBe() {
        assertThat(words(Locale.ENGLISH).reached(new ContactLimit.Reached(1, 30, 1)))
                .isEqualTo("Contacted on one day of the last 30; the contact rules allow 1 at most.");
        assertThat(words(Locale.SIMPLIFIED_CHINESE).reached(new ContactLimit.Reached(3, 30, 2)))
                .isEqualTo("最近 30 天内已联系 3 天；联系规则最多允许 2 次。");
    }
}

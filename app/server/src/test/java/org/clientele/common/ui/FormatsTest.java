package org.clientele.common.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormatsTest {
    private final Formats english = new Formats(Translations.ENGLISH, "CNY");
    private final Formats chinese = new Formats(Translations.CHINESE, "CNY");

    @Test
    void shouldWriteMoneyExactlyAndWithoutEmptyDecimals() {
        assertThat(english.money(1_240_000)).isEqualTo("¥12,400");
        assertThat(english.money(-1_240_050)).isEqualTo("−¥12,400.50");
        assertThat(chinese.money(1_240_050)).isEqualTo("¥12,400.50");
        assertThat(english.moneyInFull(1_240_000)).isEqualTo("¥12,400.00");
        assertThat(new Formats(Translations.CHINESE, "USD").money(99)).isEqualTo("$0.99");
        assertThat(new Formats(Translations.ENGLISH, "JPY").money(1_240)).isEqualTo("¥1,240");
    }

    @Test
    void shouldShortenLargeFiguresAsPeopleSayThem() {
        assertThat(english.moneyShort(250_031_563)).isEqualTo("¥2.5M");
        assertThat(chinese.moneyShort(250_031_563)).isEqualTo("¥250万");
        assertThat(chinese.moneyShort(123_456_789_012L)).isEqualTo("¥12.3亿");
        assertThat(english.moneyShort(931_15)).isEqualTo("¥931");
        assertThat(english.moneyInFigure(931_15)).isEqualTo("¥931.15");
        assertThat(english.moneyInFigure(250_031_563)).isEqualTo("¥2.5M");
        assertThat(english.wholeShort(9_999)).isEqualTo("9,999");
        assertThat(chinese.wholeShort(23_570)).isEqualTo("2.36万");
        assertThat(english.wholeShort(23_570)).isEqualTo("23.6K");
    }

    @Test
    void shouldWriteOneMinusSignBeforeEveryNegativeNumber() {
        for (Formats formats : List.of(english, chinese)) {
            assertThat(List.of(
                            formats.money(-1_50),
                            formats.moneyInFull(-1_00),
                            formats.moneyShort(-93_115),
                            formats.moneyInFigure(-1_50),
                            formats.whole(-7),
                            formats.wholeShort(-7),
                            formats.decimal(-0.25),
                            formats.signed(-0.9),
                            formats.fixed(-0.9, 2),
                            formats.percent(-0.0354),
                            formats.percentWhole(-0.04),
                            formats.percentInColumn(-0.04)))
                    .containsExactly(
                            "−¥1.50", "−¥1.00", "−¥931", "−¥1.50", "−7", "−7", "−0.25", "−0.9", "−0.90", "−3.5%", "−4%",
                            "−4.0%");
        }
        assertThat(english.moneyShort(-250_031_563)).isEqualTo("−¥2.5M");
        assertThat(chinese.moneyShort(-250_031_563)).isEqualTo("−¥250万");
        assertThat(english.days(-3)).isEqualTo("−3 days");
        assertThat(english.signed(1.24)).isEqualTo("+1.2");
    }

    @Test
    void shouldWriteNoMinusBeforeWhatIsRoundedToNothing() {
        assertThat(List.of(english.percent(-0.0001), english.fixed(-0.001, 1), english.moneyShort(-10)))
                .containsExactly("0%", "0.0", "¥0");
    }

    @Test
    void shouldWriteDaysSharesAndDatesInTheLanguage() {
        assertThat(english.days(1)).isEqualTo("1 day");
        assertThat(english.days(1_071)).isEqualTo("1,071 days");
        assertThat(chinese.days(71)).isEqualTo("71 天");
        assertThat(english.percent(0.1234)).isEqualTo("12.3%");
        assertThat(english.fixed(-0.9, 2)).isEqualTo("−0.90");
        assertThat(english.percentInColumn(0.04)).isEqualTo("4.0%");
        assertThat(english.date(LocalDate.of(2023, 3, 14))).isEqualTo("14 Mar 2023");
        assertThat(chinese.date(LocalDate.of(2023, 3, 14))).isEqualTo("2023年3月14日");
        assertThat(english.dateShort(LocalDate.of(2023, 3, 14), LocalDate.of(2023, 12, 1)))
                .isEqualTo("14 Mar");
        assertThat(chinese.dateShort(LocalDate.of(2022, 3, 14), LocalDate.of(2023, 12, 1)))
                .isEqualTo("2022年3月14日");
        assertThat(chinese.month(YearMonth.of(2023, 3))).isEqualTo("2023年3月");
        assertThat(english.dateTime(LocalDateTime.of(2023, 3, 14, 9, 5))).isEqualTo("14 Mar 2023 09:05");
        assertThat(chinese.yesNo(true)).isEqualTo("是");
    }
}

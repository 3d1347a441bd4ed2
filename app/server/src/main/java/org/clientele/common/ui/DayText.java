package org.clientele.common.ui;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a day is written in a language: 14 Mar 2023, 2023年3月14日. */
final class DayText {
    private DayText() {}

    static String of(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern(Translations.isChinese(locale) ? "y年M月d日" : "d MMM y", locale)
                .format(day);
    }

    /** What stands for the argument of a text: a day as people write it, everything else as it is. */
    static Object argument(Object argument, Locale locale) {
        return argument instanceof LocalDate day ? of(day, locale) : argument;
    }
}

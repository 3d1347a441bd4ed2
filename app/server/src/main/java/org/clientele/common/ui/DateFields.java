package org.clientele.common.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** Date pickers in the person's language; the component itself only speaks English. */
public final class DateFields {
    /** How a date is written first, then how else it may be typed: as the portal writes it, and as machines do. */
    private static final List<String> ENGLISH = List.of("dd/MM/yyyy", "d MMM yyyy", "yyyy-MM-dd");

    private static final List<String> CHINESE = List.of("yyyy/M/d", "yyyy年M月d日", "yyyy-MM-dd");

    private DateFields() {}

    /** A date picker with names of months and days, first day of the week and buttons of the person's language. */
    public static DatePicker create(String label) {
        UI ui = UI.getCurrent();
        boolean chinese = Translations.isChinese(ui.getLocale());
        DatePicker picker = new DatePicker(label);
        // A calendar that opens by itself while somebody types, and is closed before it stands, leaves the page hidden
        // from screen readers.
        picker.setAutoOpen(false);
        picker.setLocale(chinese ? Locale.CHINA : Locale.UK);
        picker.setI18n(words(ui));
        return picker;
    }

    /** What a calendar says in the person's language. */
    static DatePicker.DatePickerI18n words(UI ui) {
        List<String> formats = Translations.isChinese(ui.getLocale()) ? CHINESE : ENGLISH;
        return new DatePicker.DatePickerI18n()
                .setDateFormats(formats.getFirst(), formats.stream().skip(1).toArray(String[]::new))
                .setMonthNames(
                        names(Arrays.stream(Month.values()), m -> m.getDisplayName(TextStyle.FULL, ui.getLocale())))
                .setWeekdays(names(daysFromSunday(), d -> d.getDisplayName(TextStyle.FULL, ui.getLocale())))
                .setWeekdaysShort(names(daysFromSunday(), d -> d.getDisplayName(TextStyle.SHORT, ui.getLocale())))
                .setFirstDayOfWeek(firstDay(Translations.isChinese(ui.getLocale())))
                .setToday(ui.getTranslation("common.today"))
                .setCancel(ui.getTranslation("common.cancel"))
                .setBadInputErrorMessage(ui.getTranslation("common.date.bad"));
    }

    private static Stream<DayOfWeek> daysFromSunday() {
        return Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1)).limit(7);
    }

    private static int firstDay(boolean chinese) {
        return WeekFields.of(chinese ? Locale.CHINA : Locale.UK)
                        .getFirstDayOfWeek()
                        .getValue()
                % 7;
    }

    private static <T> List<String> names(Stream<T> things, Function<T, String> name) {
        return things.map(name).toList();
    }
}

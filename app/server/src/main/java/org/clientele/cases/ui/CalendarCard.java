package org.clientele.cases.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clientele.cases.WorkingCalendar;
import org.clientele.cases.WorkingCalendar.Hours;
import org.clientele.common.Problem;
import org.clientele.frontend.Card;

/** When the house works: hours, days off and days made up for, each on a line, as a consultant enters or pastes them. */
final class CalendarCard extends Card {
    private static final int LINES = 5;

    private final ComboBox<String> zone = new ComboBox<>();
    private final Map<DayOfWeek, HoursRow> week = new EnumMap<>(DayOfWeek.class);
    private final TextArea holidays = new TextArea();
    private final TextArea extraDays = new TextArea();
    private final HoursRow extra;

    CalendarCard(CaseWords words, Locale locale) {
        super(words.text("cases.calendar"));
        addClassName("stack");
        zone.setLabel(words.text("cases.calendar.zone"));
        zone.setItems(ZoneId.getAvailableZoneIds().stream().sorted().toList());
        zone.setWidthFull();
        add(zone);
        for (DayOfWeek day : DayOfWeek.values()) {
            HoursRow row = new HoursRow(words, day.getDisplayName(TextStyle.FULL, locale));
            week.put(day, row);
            add(row);
        }
        lines(holidays, words.text("cases.calendar.holidays"), words.text("cases.calendar.holidays.help"));
        lines(extraDays, words.text("cases.calendar.extra"), words.text("cases.calendar.extra.help"));
        extra = new HoursRow(words, words.text("cases.calendar.extra.hours"));
        extra.always();
        add(holidays, extraDays, extra);
    }

    private static void lines(TextArea area, String label, String help) {
        area.setLabel(label);
        area.setHelperText(help);
        area.setMinRows(LINES);
        area.setWidthFull();
    }

    /** Whether the house works, and from when until when. */
    private static final class HoursRow extends Div {
        private final Checkbox works;
        private final TimePicker from;
        private final TimePicker until;

        HoursRow(CaseWords words, String name) {
            addClassNames("row", "hours-row");
            works = new Checkbox(name);
            from = picker(words.text("cases.calendar.from", name));
            until = picker(words.text("cases.calendar.until", name));
            works.addValueChangeListener(change -> enable(change.getValue()));
            add(works, from, until);
            set(null);
        }

        private static TimePicker picker(String label) {
            TimePicker picker = new TimePicker();
            picker.setAriaLabel(label);
            picker.setLocale(Locale.CHINA);
            picker.setWidth("110px");
            return picker;
        }

        void always() {
            works.setValue(true);
            works.setReadOnly(true);
        }

        private void enable(boolean enabled) {
            from.setEnabled(enabled);
            until.setEnabled(enabled);
        }

        void set(@org.jspecify.annotations.Nullable Hours hours) {
            Hours shown = hours == null ? Hours.OFFICE : hours;
            works.setValue(hours != null);
            from.setValue(shown.from());
            until.setValue(shown.until());
            enable(hours != null);
        }

        boolean isWorked() {
            return works.getValue();
        }

        Hours hours() {
            return new Hours(
                    Objects.requireNonNullElse(from.getValue(), LocalTime.MIDNIGHT),
                    Objects.requireNonNullElse(until.getValue(), LocalTime.MIDNIGHT));
        }
    }

    void show(WorkingCalendar calendar) {
        zone.setValue(calendar.zone());
        week.forEach((day, row) -> row.set(calendar.hours().get(day)));
        holidays.setValue(calendar.holidays().entrySet().stream()
                .map(holiday -> (holiday.getKey() + " " + holiday.getValue()).strip())
                .collect(Collectors.joining("\n")));
        extraDays.setValue(
                calendar.extraDays().stream().map(LocalDate::toString).collect(Collectors.joining("\n")));
        extra.set(calendar.extraHours());
    }

    WorkingCalendar read() {
        Map<DayOfWeek, Hours> hours = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, row) -> {
            if (row.isWorked()) {
                hours.put(day, row.hours());
            }
        });
        return new WorkingCalendar(
                Objects.requireNonNullElse(zone.getValue(), ""),
                hours,
                days(holidays.getValue()),
                extra.hours(),
                new TreeSet<>(days(extraDays.getValue()).keySet()));
    }

    private static SortedMap<LocalDate, String> days(String text) {
        SortedMap<LocalDate, String> days = new TreeMap<>();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            String[] parts = line.split("\\s+", 2);
            try {
                days.put(LocalDate.parse(parts[0]), parts.length > 1 ? parts[1] : "");
            } catch (DateTimeException unreadable) {
                throw new Problem("cases.problem.day", line);
            }
        });
        return days;
    }
}

package org.clientele.dataimport.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates written in one pattern. A time of day may follow ({@code 8:26}, {@code 08:26:00.5}, {@code T08:26Z}, {@code 8:26 PM}); a zone is read over,
 * because business times are kept as written. A day that does not exist is no date. Thread-safe.
 */
public final class DateText {
    /** The patterns that are tried, in this order, when none is given. Where day and month fit either way, the day comes first. */
    public static final List<String> PATTERNS = List.of(
            "yyyyMMdd",
            "yyyy-M-d",
            "yyyy/M/d",
            "yyyy.M.d",
            "yyyy年M月d日",
            "d/M/yyyy",
            "M/d/yyyy",
            "d.M.yyyy",
            "d-M-yyyy",
            "M-d-yyyy",
            "d/M/yy",
            "M/d/yy",
            "yyyyMMddHHmmss");

    private static final int LAST_YEAR = 9999;

    private final DateTimeFormatter formatter;

    /** @throws IllegalArgumentException when the pattern is none */
    public DateText(String pattern) {
        String strict = pattern.replace('y', 'u');
        DateTimeFormatterBuilder builder =
                new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(strict);
        if (!strict.contains("H") && !strict.contains("h")) {
            appendTime(builder);
        }
        formatter = builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    /** The time the text stands for, at the start of the day when it has none; null when it is no date of the pattern. */
    public @Nullable LocalDateTime parse(String text) {
        if (text.isEmpty() || !Character.isDigit(text.charAt(0))) {
            return null;
        }
        try {
            TemporalAccessor parsed = formatter.parse(text);
            LocalDate date = parsed.query(TemporalQueries.localDate());
            LocalTime time = parsed.query(TemporalQueries.localTime());
            boolean known = date != null && date.getYear() >= 1 && date.getYear() <= LAST_YEAR;
            return known ? date.atTime(time == null ? LocalTime.MIDNIGHT : time) : null;
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    private static void appendTime(DateTimeFormatterBuilder builder) {
        builder.appendPattern("['T'][ ]")
                .optionalStart()
                .appendPattern("h:mm[:ss][ ]a")
                .optionalEnd()
                .optionalStart()
                .appendPattern("H:mm[:ss]")
                .optionalStart()
                .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
                .optionalEnd()
                .appendPattern("[ ][XXX]")
                .optionalEnd();
    }
}

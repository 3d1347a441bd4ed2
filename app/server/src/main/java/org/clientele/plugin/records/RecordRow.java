package org.clientele.plugin.records;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.clientele.plugin.records.UnfitRowException.Cause;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file with records: times as ISO 8601 in UTC, days as ISO 8601, everything else as its text; empty where there is nothing.
 *
 * @param cells the text by its column's name
 */
public record RecordRow(UnaryOperator<String> cells) {
    private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");

    public String text(String column) {
        return cells.apply(column);
    }

    /** A text that may be empty, of so many characters at most. */
    public String text(String column, int longest) throws UnfitRowException {
        String text = text(column);
        if (text.length() > longest || text.indexOf('\0') >= 0) {
            throw unfit(column, Cause.NOT_AS_WRITTEN);
        }
        return text;
    }

    /** A text of so many characters at most; null where there is none. */
    public @Nullable String textOrNull(String column, int longest) throws UnfitRowException {
        String text = text(column, longest);
        return text.isEmpty() ? null : text;
    }

    /** A text that is not empty. */
    public String required(String column, int longest) throws UnfitRowException {
        String text = text(column, longest);
        if (text.isEmpty()) {
            throw unfit(column, Cause.NOT_AS_WRITTEN);
        }
        return text;
    }

    public Instant time(String column) throws UnfitRowException {
        return read(column, Instant::parse);
    }

    public LocalDate day(String column) throws UnfitRowException {
        return read(column, LocalDate::parse);
    }

    /** A time of day on a day, of no time zone. */
    public LocalDateTime localTime(String column) throws UnfitRowException {
        return read(column, LocalDateTime::parse);
    }

    /** A whole number that is not negative. */
    public int number(String column) throws UnfitRowException {
        return read(column, Integer::parseUnsignedInt);
    }

    /** A whole number that is not negative, of 18 digits at most. */
    public long whole(String column) throws UnfitRowException {
        String text = text(column);
        if (!WHOLE.matcher(text).matches()) {
            throw unfit(column, Cause.NOT_AS_WRITTEN);
        }
        return Long.parseLong(text);
    }

    public boolean flag(String column) throws UnfitRowException {
        return switch (text(column)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw unfit(column, Cause.NOT_AS_WRITTEN);
        };
    }

    public <E extends Enum<E>> E choice(String column, Class<E> values) throws UnfitRowException {
        return read(column, text -> Enum.valueOf(values, text));
    }

    /** Reads a value that may be missing. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(String column) throws UnfitRowException;
    }

    /** What the reader reads; null where there is nothing. */
    public <T> @Nullable T orNull(String column, Reader<T> reader) throws UnfitRowException {
        return text(column).isEmpty() ? null : reader.read(column);
    }

    public UnfitRowException unfit(String column, Cause reason) {
        return new UnfitRowException(column, reason);
    }

    private <T> T read(String column, Function<String, T> reader) throws UnfitRowException {
        try {
            return reader.apply(text(column));
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            throw unfit(column, Cause.NOT_AS_WRITTEN);
        }
    }
}

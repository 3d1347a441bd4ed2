package org.clientele.dataimport;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.dataimport.file.DecimalMark;
import org.clientele.dataimport.file.DecimalText;
import org.clientele.plugins.api.ImportPreset.Column;
import org.jspecify.annotations.Nullable;

/**
 * What texts of a file stand for, where a mapping says so. A text stands for a value written as definitions write it, whatever the file's own
 * way with numbers and dates: {@code true}, {@code 12.5}, {@code 2024-01-31}, the value of a choice.
 */
final class StandInTexts {
    private static final DecimalText DECIMALS = new DecimalText(DecimalMark.POINT);

    private final Map<String, String> values;
    private final Set<String> missing;

    StandInTexts(Column mapping) {
        values = stripped(mapping.values());
        missing = mapping.missing().stream().map(String::strip).collect(Collectors.toUnmodifiableSet());
    }

    boolean isMissing(String text) {
        return !missing.isEmpty() && missing.contains(text);
    }

    /** The value that the text stands for, or null when it stands for itself. */
    @Nullable
    String value(String text) {
        return values.isEmpty() ? null : values.get(text);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** The texts, to be named where another one cannot be read. */
    String listed() {
        return values.keySet().stream().sorted().collect(Collectors.joining(", "));
    }

    /** Whether a value can stand in a field. */
    static boolean reads(String value, TargetField target) {
        return switch (target.type()) {
            case TEXT -> !value.isBlank();
            case CHOICE -> target.choices().containsKey(value.toLowerCase(Locale.ROOT));
            case BOOLEAN -> value.equals("true") || value.equals("false");
            case INTEGER, DECIMAL, MONEY -> DECIMALS.parse(value) != null;
            case DATE -> date(value) != null;
        };
    }

    static @Nullable LocalDateTime date(String value) {
        try {
            return LocalDate.parse(value).atStartOfDay();
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    private static Map<String, String> stripped(Map<String, String> texts) {
        Map<String, String> stripped = new HashMap<>();
        texts.forEach((text, value) -> stripped.put(text.strip(), value.strip()));
        return stripped;
    }
}

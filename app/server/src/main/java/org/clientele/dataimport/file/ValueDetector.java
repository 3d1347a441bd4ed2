package org.clientele.dataimport.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Finds from a sample of rows how dates and numbers are written and whether the first row holds names. */
final class ValueDetector {
    private static final double MOSTLY = 0.95;
    private static final Pattern POINT_FRACTION =
            Pattern.compile("-?\\d+\\.\\d{1,2}|-?\\d{1,3}(,\\d{3})+\\.\\d+|-?\\d+\\.\\d{4,}");
    private static final Pattern COMMA_FRACTION =
            Pattern.compile("-?\\d+,\\d{1,2}|-?\\d{1,3}(\\.\\d{3})+,\\d+|-?\\d+,\\d{4,}");
    private static final DecimalText POINT = new DecimalText(DecimalMark.POINT);
    private static final DecimalText COMMA = new DecimalText(DecimalMark.COMMA);
    private static final List<DateText> DATES =
            DateText.PATTERNS.stream().map(DateText::new).toList();

    private ValueDetector() {}

    /** The patterns that read most columns of dates; several when day and month fit both ways, none without a date. */
    static List<String> datePatterns(List<RawRow> rows) {
        List<String> best = new ArrayList<>();
        int most = 0;
        List<List<String>> columns = columns(rows);
        for (int i = 0; i < DATES.size(); i++) {
            DateText dates = DATES.get(i);
            int read = (int)
                    columns.stream().filter(column -> isDates(column, dates)).count();
            if (read > most) {
                best.clear();
                most = read;
            }
            if (read > 0 && read == most) {
                best.add(DateText.PATTERNS.get(i));
            }
        }
        return best;
    }

    static DecimalMark decimalMark(List<RawRow> rows) {
        long points = 0;
        long commas = 0;
        for (RawRow row : rows) {
            for (String value : row.values()) {
                points += POINT_FRACTION.matcher(value.strip()).matches() ? 1 : 0;
                commas += COMMA_FRACTION.matcher(value.strip()).matches() ? 1 : 0;
            }
        }
        return commas > points ? DecimalMark.COMMA : DecimalMark.POINT;
    }

    /** Names are different from each other, none is empty, and none is a number or a date. */
    static boolean isHeader(List<RawRow> rows) {
        if (rows.isEmpty()) {
            return false;
        }
        List<String> first =
                rows.getFirst().values().stream().map(String::strip).toList();
        boolean distinct = new HashSet<>(first).size() == first.size();
        return distinct && first.stream().noneMatch(ValueDetector::isValue);
    }

    private static boolean isValue(String text) {
        return text.isEmpty()
                || POINT.parse(text) != null
                || COMMA.parse(text) != null
                || DATES.stream().map(dates -> dates.parse(text)).anyMatch(Objects::nonNull);
    }

    /** Ends with the first value too many that is none: a pattern that does not fit costs an exception a value. */
    private static boolean isDates(List<String> values, DateText dates) {
        int read = values.size();
        for (String value : values) {
            if (dates.parse(value) == null) {
                read--;
                if (read < MOSTLY * values.size()) {
                    return false;
                }
            }
        }
        return read > 0;
    }

    /** The values of each column, without the empty ones. */
    private static List<List<String>> columns(List<RawRow> rows) {
        List<List<String>> columns = new ArrayList<>();
        for (RawRow row : rows) {
            for (int i = 0; i < row.values().size(); i++) {
                if (i == columns.size()) {
                    columns.add(new ArrayList<>());
                }
                String value = row.values().get(i).strip();
                if (!value.isEmpty()) {
                    columns.get(i).add(value);
                }
            }
        }
        return columns;
    }
}

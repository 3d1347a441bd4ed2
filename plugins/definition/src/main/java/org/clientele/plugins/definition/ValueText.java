package org.clientele.plugins.definition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.clientele.plugins.api.FieldType;

/** Texts of a definition that stand for a value of an attribute or field. */
final class ValueText {
    private static final int LONGEST_TEXT = 500;

    private ValueText() {}

    /** Reports a text that is no value of that type; a choice has the listed values. */
    static void check(String path, String text, FieldType type, List<String> values, Report report) {
        if (type == FieldType.CHOICE && !values.contains(text)) {
            report.add(FindingKind.VALUE_NOT_LISTED, path, text, Spelling.nearest(text, values));
        } else if (!isValue(text, type)) {
            report.add(FindingKind.WRONG_KIND, path, text, word(type));
        }
    }

    private static boolean isValue(String text, FieldType type) {
        return switch (type) {
            case TEXT, CHOICE -> text.length() <= LONGEST_TEXT;
            case BOOLEAN -> text.equals("true") || text.equals("false");
            case INTEGER -> text.matches("-?\\d{1,18}");
            case DECIMAL, MONEY -> isNumber(text);
            case DATE -> isDate(text);
        };
    }

    private static boolean isNumber(String text) {
        try {
            return text.length() <= 30 && new BigDecimal(text).scale() >= -30;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static String word(FieldType type) {
        return switch (type) {
            case TEXT -> Words.TEXT;
            case CHOICE -> Words.CHOICE;
            case BOOLEAN -> Words.TRUTH;
            case INTEGER -> Words.WHOLE_NUMBER;
            case DECIMAL -> Words.NUMBER;
            case MONEY -> Words.MONEY;
            case DATE -> Words.DATE;
        };
    }
}

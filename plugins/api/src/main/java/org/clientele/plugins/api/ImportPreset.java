package org.clientele.plugins.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a known file is read without further questions.
 *
 * @param id lower case, {@code [a-z][a-z0-9_-]{0,39}}
 * @param target {@code customer}, or the id of an activity or a reference
 * @param currency ISO 4217 code of the money in the file, or null: the portal's currency
 * @param header the file's column names in order, used to recognise it; also used to name the columns of a file without header
 * @param hasHeader whether the first row holds the names
 * @param dateFormat a {@code java.time} pattern of dates in the file, such as {@code yyyyMMdd}; null: detected
 * @param columns what becomes of the columns
 * @param duplicates what is proposed for exact duplicates of an earlier row of the file
 */
public record ImportPreset(
        String id,
        String target,
        @Nullable String currency,
        List<String> header,
        boolean hasHeader,
        @Nullable String dateFormat,
        List<Column> columns,
        Duplicates duplicates) {
    public ImportPreset {
        header = List.copyOf(header);
        columns = List.copyOf(columns);
    }

    /** What happens to a row that equals an earlier row of the same file in every mapped column. */
    public enum Duplicates {
        KEEP,
        DROP
    }

    /**
     * A value of the target and how it is made from the file's columns.
     *
     * @param target {@code customer} (the customer's number), {@code name}, {@code time}, {@code key} (of a reference), or the id of an attribute or field; in a
     *     file of activities a field goes before an attribute of the same name, and an attribute takes the last non-empty value of
     *     the customer's rows
     * @param from the file's column names: one for {@link Transform#NONE} and most others, two for {@link Transform#MULTIPLY}
     * @param transform what is done with the text before it is read as the target's type
     * @param argument the argument of the transform, or null
     * @param values what a text of the file stands for, by that text ({@code "Yes"} → {@code "true"}), compared after trimming;
     *     empty: texts stand for themselves; a text that is not among them is read as it stands
     * @param missing texts that stand for "no value", such as {@code MISSING}; blank always does
     */
    public record Column(
            String target,
            List<String> from,
            Transform transform,
            @Nullable String argument,
            Map<String, String> values,
            List<String> missing) {
        public Column {
            from = List.copyOf(from);
            values = Map.copyOf(values);
            missing = List.copyOf(missing);
        }

        /** A column whose texts stand for themselves. */
        public Column(String target, List<String> from, Transform transform, @Nullable String argument) {
            this(target, from, transform, argument, Map.of(), List.of());
        }
    }

    /** What is done with a column's text. */
    public enum Transform {
        /** Trimmed, otherwise as it stands; ids keep leading zeros. */
        NONE,
        /** A whole number written as a float loses its fraction: {@code 17850.0} becomes {@code 17850}. */
        STRIP_FRACTION,
        /** Product of two decimal columns, exact, then rounded half up to the target's minor unit. */
        MULTIPLY,
        /** True when the text starts with the argument (case-sensitive), else false. */
        STARTS_WITH,
        /** True when the number is below zero, else false. */
        IS_NEGATIVE
    }
}

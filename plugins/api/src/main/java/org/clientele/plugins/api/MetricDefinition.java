package org.clientele.plugins.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number computed from a customer's activities as of a date, or from other metrics. Activities after the as-of date never count.
 *
 * @param id lower case, unique among attributes and metrics; conditions use it as a variable
 * @param type how the value is read and shown
 * @param layer where the customer's page shows it
 * @param aggregate how it is computed
 * @param activity the activity it is computed from; null for {@link Aggregate#FORMULA}
 * @param field the activity field the aggregate works on; null where the aggregate needs none
 * @param where a CEL condition over the activity's fields; only rows that meet it count; null: all rows
 * @param share for {@link Aggregate#SHARE}: the CEL condition whose share among the counted rows is the value
 * @param windowDays only activities of that many days up to and including the as-of date; null: all; {@link Aggregate#CHANGE} and
 *     {@link Aggregate#TREND} need it
 * @param formula for {@link Aggregate#FORMULA}: a CEL expression over numeric attributes and other metrics of the vertical
 * @param points for {@link Aggregate#POINTS}: what each condition is worth, else empty
 * @param lowerIsBetter whether a smaller value is the better one (recency)
 * @param source id of where the definition comes from ({@link Texts#source}), or null
 */
public record MetricDefinition(
        String id,
        ValueType type,
        Layer layer,
        Aggregate aggregate,
        @Nullable String activity,
        @Nullable String field,
        @Nullable String where,
        @Nullable String share,
        @Nullable Integer windowDays,
        @Nullable String formula,
        List<Points> points,
        boolean lowerIsBetter,
        @Nullable String source) {
    public MetricDefinition {
        points = List.copyOf(points);
    }

    /** A metric without points. */
    public MetricDefinition(
            String id,
            ValueType type,
            Layer layer,
            Aggregate aggregate,
            @Nullable String activity,
            @Nullable String field,
            @Nullable String where,
            @Nullable String share,
            @Nullable Integer windowDays,
            @Nullable String formula,
            boolean lowerIsBetter,
            @Nullable String source) {
        this(
                id,
                type,
                layer,
                aggregate,
                activity,
                field,
                where,
                share,
                windowDays,
                formula,
                List.of(),
                lowerIsBetter,
                source);
    }

    /**
     * What a condition is worth in a score.
     *
     * @param when a CEL condition over attributes and the metrics declared before; unknown does not hold
     * @param points added when it holds; may be negative
     * @param source id of where it comes from ({@link Texts#source}), or null
     */
    public record Points(
            String when, double points, @Nullable String source) {}

    /** How a metric is read and shown. */
    public enum ValueType {
        /** A whole number. */
        COUNT,
        /** A number of days. */
        DAYS,
        /** Money in the portal's currency; computed in minor units. */
        MONEY,
        /** A share from 0 to 1, shown in percent. */
        SHARE,
        /** Any other number. */
        DECIMAL,
        /** A date. */
        DATE
    }

    /** How a metric is computed from the rows of one customer. "Missing" rather than zero where there is no row to say otherwise. */
    public enum Aggregate {
        /** Number of events: rows grouped by the activity's document; rows without document count one each. 0 without rows. */
        COUNT,
        /** Number of rows. 0 without rows. */
        COUNT_ROWS,
        /** Number of different values of the field; missing values do not count. 0 without rows. */
        COUNT_DISTINCT,
        /** Sum of the field. 0 without rows. */
        SUM,
        /** Mean of the field over rows that have it; missing without one. */
        AVERAGE,
        /** Smallest value of the field; missing without one. */
        MIN,
        /** Largest value of the field; missing without one. */
        MAX,
        /** Day of the first row; missing without rows. */
        FIRST_DATE,
        /** Day of the last row; missing without rows. */
        LAST_DATE,
        /** Days from the first row to the as-of date; missing without rows. */
        DAYS_SINCE_FIRST,
        /** Days from the last row to the as-of date; missing without rows. */
        DAYS_SINCE_LAST,
        /** Number of calendar months with a row. 0 without rows. */
        ACTIVE_MONTHS,
        /** The field's value in the last row that has one; of rows of the same time the later entered; missing without one. */
        LAST,
        /**
         * The field's sum over the window, divided by its sum over the window before, less one (0.1: ten per cent more); missing when
         * that was not above zero.
         */
        CHANGE,
        /**
         * Slope of the least-squares line through the field's sums by month of 30 days over the window, counted back from the as-of
         * date, per month and relative to their mean (0.02: two per cent of the usual month more each month); missing with less than
         * three months in the window or a mean that is not above zero. Days beyond the last whole month do not count; months without
         * rows count as zero.
         */
        TREND,
        /**
         * A number, amount or date of the reference's row that an attribute points to; {@code field} is written
         * {@code attribute.field}. Missing where the attribute is, where the reference does not have the key, or where the row has no
         * value. As the row is now, whatever the as-of date.
         */
        LOOKUP,
        /** Sum of {@code points} whose conditions hold; 0 when none does. */
        POINTS,
        /** Rows that meet {@code share} divided by rows that meet {@code where} and know the answer; missing without such rows. */
        SHARE,
        /** The {@code formula}; missing when a metric it needs is missing or it divides by zero. */
        FORMULA
    }
}

package org.clientele.plugins.api;

import org.jspecify.annotations.Nullable;

/**
 * A figure of a group of customers: of all of them for a tile, of each row for a report. Conditions see attributes, metrics and,
 * by the id of a model, the segment a customer is in.
 *
 * @param id lower case; unique in its tile or report
 * @param kind how it is computed
 * @param field id of an attribute or metric that is a number or money; null for kinds that need none
 * @param when only customers of the group who meet this condition count; null: all
 * @param per the condition of the customers the figure is divided by; null: all of the group
 * @param perField for {@link Kind#RATIO}: the attribute or metric whose sum the figure is divided by, instead of a count; or null
 */
public record Measure(
        String id,
        Kind kind,
        @Nullable String field,
        @Nullable String when,
        @Nullable String per,
        @Nullable String perField) {
    /** How a measure is computed. Customers without a value of {@code field} do not count in it. */
    public enum Kind {
        /** Number of customers who meet {@code when}. */
        CUSTOMERS,
        /** Customers who meet {@code when}, divided by those who meet {@code per}; missing when nobody meets {@code per}. */
        SHARE,
        /** Customers who meet {@code when}, divided by those of all groups together who do. */
        SHARE_OF_TOTAL,
        /** Sum of {@code field} over those who meet {@code when}; 0 for nobody. */
        SUM,
        /** Mean of {@code field} over those who meet {@code when}; missing for nobody. */
        AVERAGE,
        /** Median of {@code field} over those who meet {@code when}, the lower of two middle values; missing for nobody. */
        MEDIAN,
        /** Sum of {@code field} over those who meet {@code when}, divided by that sum over all groups together. */
        SUM_SHARE,
        /**
         * Sum of {@code field} over those who meet {@code when}, divided by the number of customers who meet {@code per} or, with
         * {@code perField}, by its sum over those who meet {@code per}; a ratio of sums, never a mean of ratios; missing when
         * divided by zero.
         */
        RATIO
    }
}

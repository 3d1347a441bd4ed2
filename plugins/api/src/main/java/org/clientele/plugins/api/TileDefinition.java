package org.clientele.plugins.api;

import org.jspecify.annotations.Nullable;

/**
 * A tile of the vertical's overview.
 *
 * @param id lower case; unique in the vertical
 * @param kind what it shows
 * @param activity the activity it counts, for kinds that need one, else null
 * @param model the model it shows, for kinds that need one, else null
 * @param segment the segment it counts, for {@link Kind#SEGMENT_SHARE}, else null
 */
public record TileDefinition(
        String id,
        Kind kind,
        @Nullable String activity,
        @Nullable String model,
        @Nullable String segment) {
    /** What a tile shows. The first six kinds are key figures with a comparison to the previous period, the others charts. */
    public enum Kind {
        /** Number of customers at the end of the period. */
        CUSTOMERS,
        /** Customers with an activity in the period. */
        ACTIVE,
        /** Sum of the activity's amount in the period. */
        REVENUE,
        /** Revenue per event in the period, returns excluded. */
        AVERAGE_BASKET,
        /** Share of the period's active customers who had an event before their last one. */
        REPEAT_RATE,
        /** Share of customers in a segment at the end of the period. */
        SEGMENT_SHARE,
        /** Revenue by calendar month. */
        REVENUE_BY_MONTH,
        /** Size and value of each segment, as a treemap. */
        SEGMENTS,
        /** Customers and value per tier. */
        PYRAMID,
        /** Customers per stage. */
        LIFE_CYCLE,
        /** The 5 × 5 grid of an RFM model. */
        RFM_GRID,
        /** Movement between the segments of a model from the period's start to its end. */
        MOVEMENT
    }
}

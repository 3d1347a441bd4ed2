package org.clientele.plugins.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tile of the vertical's overview.
 *
 * @param id lower case; unique in the vertical
 * @param kind what it shows
 * @param activity the activity it counts, for kinds that need one, else null
 * @param model the model it shows, for kinds that need one, else null
 * @param segment the segment it counts, for {@link Kind#SEGMENT_SHARE}, else null
 * @param by the attribute or model whose values are bars, for {@link Kind#BREAKDOWN}, else null
 * @param measures the figure of {@link Kind#MEASURE} (one), or the bars of {@link Kind#BREAKDOWN} (one or two); else empty
 * @param report the report it shows, for {@link Kind#REPORT}, else null
 * @param steps the steps of {@link Kind#FUNNEL}, else empty
 * @param group the group of checks, for {@link Kind#GAPS}, else null
 * @param lowerIsBetter whether a smaller figure is the better one (loss, cost)
 */
public record TileDefinition(
        String id,
        Kind kind,
        @Nullable String activity,
        @Nullable String model,
        @Nullable String segment,
        @Nullable String by,
        List<Measure> measures,
        @Nullable String report,
        List<ReportDefinition.Funnel.Step> steps,
        @Nullable String group,
        boolean lowerIsBetter) {
    public TileDefinition {
        measures = List.copyOf(measures);
        steps = List.copyOf(steps);
    }

    /** A tile of one of the kinds that need at most an activity, a model and a segment. */
    public TileDefinition(
            String id, Kind kind, @Nullable String activity, @Nullable String model, @Nullable String segment) {
        this(id, kind, activity, model, segment, null, List.of(), null, List.of(), null, false);
    }

    /** What a tile shows. The first seven kinds are key figures, the others charts and tables. */
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
        /** A measure over all customers at the end of the period, compared with the evening before it where it depends on days. */
        MEASURE,
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
        MOVEMENT,
        /** One or two measures for each value of an attribute or model, as bars. */
        BREAKDOWN,
        /** How many customers come how far, as a funnel. */
        FUNNEL,
        /** The first rows of a report. */
        REPORT,
        /** Gaps of a group of checks, by check. */
        GAPS,
        /** The grid of a matrix model. */
        MATRIX
    }
}

package org.clientele.plugins.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that is read on screen, printed or exported. Conditions see attributes, metrics and, by the id of a model, the segment a
 * customer is in.
 */
public sealed interface ReportDefinition {
    /** Lower case, {@code [a-z][a-z0-9_]{0,39}}, unique in the vertical. */
    String id();

    /** Only customers who meet this condition; null: all. */
    @Nullable
    String when();

    /** Roles that see it; empty: everybody who sees the portal. */
    List<RoleName> roles();

    /** Id of where the table comes from ({@link Texts#source}), or null. */
    @Nullable
    String source();

    /**
     * A row for each value of a dimension, and a row for all customers.
     *
     * @param by ids of choice, text or boolean attributes, or of models; each dimension is a block of rows of its own, one below the
     *     other; customers without a value form the block's last row
     * @param columnsBy a further attribute or model whose values become columns for each measure, or null
     * @param measures the columns
     */
    record Groups(
            String id,
            @Nullable String when,
            List<RoleName> roles,
            @Nullable String source,
            List<String> by,
            @Nullable String columnsBy,
            List<Measure> measures)
            implements ReportDefinition {
        public Groups {
            roles = List.copyOf(roles);
            by = List.copyOf(by);
            measures = List.copyOf(measures);
        }
    }

    /**
     * A row for each customer.
     *
     * @param columns ids of attributes, metrics and models; number and name come first without being named
     * @param sort the column rows are sorted by, or null: by number
     * @param descending whether the largest come first; missing values come last either way
     * @param cumulative a metric whose share of the total and cumulative share are further columns, in the order of rows; or null
     */
    record Customers(
            String id,
            @Nullable String when,
            List<RoleName> roles,
            @Nullable String source,
            List<String> columns,
            @Nullable String sort,
            boolean descending,
            @Nullable String cumulative)
            implements ReportDefinition {
        public Customers {
            roles = List.copyOf(roles);
            columns = List.copyOf(columns);
        }
    }

    /**
     * A row for each period, or for each period and group: events of an activity, active customers and the amount, each also as a
     * share of the period.
     *
     * @param activity the activity; its {@code amount} is summed
     * @param where a condition over the activity's fields; null: all rows
     * @param period the length of a period
     * @param by an attribute, a model, a field of the activity or {@code field.referenceField}, or null: only periods
     */
    record Periods(
            String id,
            @Nullable String when,
            List<RoleName> roles,
            @Nullable String source,
            String activity,
            @Nullable String where,
            Period period,
            @Nullable String by)
            implements ReportDefinition {
        public Periods {
            roles = List.copyOf(roles);
        }

        /** The length of a period. {@link #MONTH_OF_YEAR}: the twelve months, each the mean over the years that have it. */
        public enum Period {
            YEAR,
            QUARTER,
            MONTH,
            MONTH_OF_YEAR
        }
    }

    /**
     * Customers × a field of an activity (goods, services), with totals that are exact: what has no row or column of its own is in
     * the row or column "others".
     *
     * @param activity the activity
     * @param where a condition over the activity's fields; null: all rows
     * @param field the activity's field whose values are the columns
     * @param sum the activity's number or money field that is summed; null: events are counted
     * @param rows how many customers have a row of their own, those with the largest totals
     * @param columns how many values have a column of their own, those with the largest totals
     */
    record Pivot(
            String id,
            @Nullable String when,
            List<RoleName> roles,
            @Nullable String source,
            String activity,
            @Nullable String where,
            String field,
            @Nullable String sum,
            int rows,
            int columns)
            implements ReportDefinition {
        public Pivot {
            roles = List.copyOf(roles);
        }
    }

    /**
     * How many customers come how far: a row for each step, or a row for each value of {@code by} with the steps as columns.
     *
     * @param steps conditions in order, each a part of those who met the one before
     * @param by a choice, text or boolean attribute, or a model; or null
     */
    record Funnel(
            String id,
            @Nullable String when,
            List<RoleName> roles,
            @Nullable String source,
            List<Step> steps,
            @Nullable String by)
            implements ReportDefinition {
        public Funnel {
            roles = List.copyOf(roles);
            steps = List.copyOf(steps);
        }

        /** A step: its id names it in texts; its condition is met together with those before. */
        public record Step(String id, String when) {}
    }
}

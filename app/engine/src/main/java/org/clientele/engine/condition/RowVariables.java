package org.clientele.engine.condition;

import java.time.LocalDate;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.Column;
import org.clientele.plugins.definition.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an activity, and how many days ago a row was; rows are those of the activity.
 *
 * @param rows the activity
 * @param prefix what stands before the fields' ids: nothing in a metric, {@code purchase.} in a condition on customers
 * @param asOf the day from which is counted
 */
public record RowVariables(ActivityColumns rows, String prefix, LocalDate asOf) implements Variables {
    @Override
    public @Nullable Column column(String name) {
        return name.startsWith(prefix) ? rows.column(name.substring(prefix.length())) : null;
    }

    @Override
    public @Nullable RowNumber computed(String name) {
        long day = asOf.toEpochDay();
        return name.equals(prefix + Scope.DAYS_AGO) ? row -> (double) day - rows.day(row) : null;
    }
}

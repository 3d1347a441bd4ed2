package org.clientele.engine.condition;

import java.time.LocalDate;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.HistoryColumns;
import org.jspecify.annotations.Nullable;

/** Where the variables of a condition come from. Implementations must be safe to share between threads. */
public interface Variables {
    /** The column of a variable, or null when it is none. */
    @Nullable
    Column column(String name);

    /** The day as of which rows are judged; conditions that count from it fail to bind where there is none. */
    default LocalDate asOf() {
        throw new IllegalArgumentException("A condition counts days from an as-of date, and there is none here");
    }

    /** The value of a named threshold, or null when the variable is none. */
    default @Nullable Double parameter(String name) {
        return null;
    }

    /** A variable that is computed for each row, or null when it is none. */
    default @Nullable RowNumber computed(String name) {
        return null;
    }

    /** The rows of an activity, grouped by the rows of this; null when there is none of that id. */
    default @Nullable ActivityColumns activity(String id) {
        return null;
    }

    /** What a variable of the rows was earlier; null when that is not known. */
    default @Nullable HistoryColumns history(String name) {
        return null;
    }

    /** Where to keep what is computed of all rows; null where it is not worth while, or where the rows change. */
    default @Nullable Remembered remembered() {
        return null;
    }

    /** The number of the history of each row, −1 without one. */
    default int[] places(HistoryColumns history) {
        throw new IllegalArgumentException("These rows have no history");
    }

    /** A number for each row; NaN is missing. */
    @FunctionalInterface
    interface RowNumber {
        double at(int row);
    }
}

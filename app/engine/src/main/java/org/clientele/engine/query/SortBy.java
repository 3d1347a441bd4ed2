package org.clientele.engine.query;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How a list is sorted; customers without a value come last either way, equal ones by ascending id.
 *
 * @param variable an attribute, a metric, {@code segment_<model>} (sorted best first), or another column of the customers
 * @param descending whether the largest comes first
 * @param collation the order of texts, or null: by UTF-16 code units
 */
public record SortBy(
        String variable, boolean descending, @Nullable Comparator<? super String> collation) {
    /** Ascending. */
    public static SortBy ascending(String variable) {
        return new SortBy(variable, false, null);
    }

    /** Descending. */
    public static SortBy descending(String variable) {
        return new SortBy(variable, true, null);
    }
}

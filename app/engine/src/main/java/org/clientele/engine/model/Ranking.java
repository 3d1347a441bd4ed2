package org.clientele.engine.model;

import java.util.Arrays;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.MeasureColumn;

/** Ranks over order keys. */
final class Ranking {
    private Ranking() {}

    /** The order keys of the chosen customers, ascending. */
    static long[] sorted(MeasureColumn column, int[] customers) {
        long[] keys = new long[customers.length];
        for (int i = 0; i < customers.length; i++) {
            keys[i] = column.order(customers[i]);
        }
        Arrays.parallelSort(keys);
        return keys;
    }

    /** The customers who are present and have a value in every column. */
    static int[] withValues(ModelContext context, MeasureColumn... columns) {
        return context.present().stream()
                .filter(customer -> {
                    for (MeasureColumn column : columns) {
                        if (column.order(customer) == Column.MISSING_ORDER) {
                            return false;
                        }
                    }
                    return true;
                })
                .toArray();
    }

    /** The k-th of {@code parts} quantiles by nearest rank: the value at rank ⌈k/parts·n⌉ of the ascending order. */
    static long quantile(long[] sorted, int k, int parts) {
        long rank = ((long) sorted.length * k + parts - 1) / parts;
        return sorted[(int) rank - 1];
    }
}

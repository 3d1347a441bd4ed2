package org.clientele.engine.preview;

import java.util.ArrayList;
import java.util.List;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.numeric.KeySort;

/**
 * How a metric is spread, in bars of equal width as conditions see values (money in major units). The last bar also takes everything above
 * {@code high}, which is the 98th percentile: a few large values would press all others into the first bar. Nobody: no bars. Everybody
 * equal: one bar.
 *
 * @param low the least value
 * @param high where the last bar ends
 * @param counts customers in each bar, from the least values up
 */
public record Histogram(double low, double high, List<Integer> counts) {
    private static final double PERCENTILE = 0.98;

    public Histogram {
        counts = List.copyOf(counts);
    }

    /** Of a column. @param orders of the customers who have a value; sorted in place */
    public static Histogram of(MeasureColumn column, long[] orders, int bins) {
        if (orders.length == 0) {
            return new Histogram(0, 0, List.of());
        }
        KeySort.sort(orders);
        double low = column.fromOrder(orders[0]).asDouble();
        double high = column.fromOrder(orders[(int) Math.min(orders.length - 1L, (long) (orders.length * PERCENTILE))])
                .asDouble();
        if (!(high > low)) {
            return new Histogram(low, low, List.of(orders.length));
        }
        List<Integer> counts = new ArrayList<>();
        int counted = 0;
        for (int bin = 1; bin <= bins; bin++) {
            int upTo =
                    bin == bins ? orders.length : notAbove(orders, column.floorOrder(low + (high - low) * bin / bins));
            counts.add(upTo - counted);
            counted = upTo;
        }
        return new Histogram(low, high, counts);
    }

    /** How many are not above the key. */
    private static int notAbove(long[] ascending, long key) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] <= key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

package org.clientele.engine.column;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Stable orders of rows, made without boxing; null where the rows are in order already. */
final class RowOrder {
    private static final int LOW = 0x7FFF_FFFF;

    private RowOrder() {}

    /** Rows by ascending key. */
    static int @Nullable [] byKey(long[] keys, int size) {
        if (ascending(keys, size)) {
            return null;
        }
        long[] sorted = Arrays.copyOf(keys, size);
        Arrays.sort(sorted);
        // the sorted place of a key, counted up for equal keys: a stable order from a binary search per row
        int[] used = new int[size];
        int[] order = new int[size];
        for (int row = 0; row < size; row++) {
            int place = firstPlace(sorted, keys[row]);
            order[place + used[place]++] = row;
        }
        return order;
    }

    /**
     * Rows by ascending group, then day, then as they came.
     *
     * @param offsets where each group starts, one more than there are groups
     */
    static int @Nullable [] byGroupAndDay(int[] groups, int[] days, int size, int[] offsets) {
        if (ascending(groups, days, size)) {
            return null;
        }
        int[] next = Arrays.copyOf(offsets, offsets.length);
        int[] order = new int[size];
        for (int row = 0; row < size; row++) {
            order[next[groups[row]]++] = row;
        }
        for (int group = 0; group + 1 < offsets.length; group++) {
            sortByDay(order, offsets[group], offsets[group + 1], days);
        }
        return order;
    }

    private static void sortByDay(int[] order, int from, int to, int[] days) {
        boolean ascending = true;
        for (int i = from + 1; i < to && ascending; i++) {
            ascending = days[order[i - 1]] <= days[order[i]];
        }
        if (ascending) {
            return;
        }
        long[] packed = new long[to - from];
        for (int i = from; i < to; i++) {
            packed[i - from] = ((long) days[order[i]] << 32) | order[i];
        }
        Arrays.sort(packed);
        for (int i = from; i < to; i++) {
            order[i] = (int) packed[i - from] & LOW;
        }
    }

    private static int firstPlace(long[] sorted, long key) {
        int low = 0;
        int high = sorted.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean ascending(long[] keys, int size) {
        for (int row = 1; row < size; row++) {
            if (keys[row - 1] > keys[row]) {
                return false;
            }
        }
        return true;
    }

    private static boolean ascending(int[] groups, int[] days, int size) {
        for (int row = 1; row < size; row++) {
            if (groups[row - 1] > groups[row] || (groups[row - 1] == groups[row] && days[row - 1] > days[row])) {
                return false;
            }
        }
        return true;
    }
}

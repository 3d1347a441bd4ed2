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
     * Rows by ascending group, then day, then time of day where there is one, then as they came.
     *
     * @param times seconds of the day, or null
     * @param offsets where each group starts, one more than there are groups
     */
    static int @Nullable [] byGroupAndDay(int[] groups, int[] days, int @Nullable [] times, int size, int[] offsets) {
        if (ascending(groups, days, times, size)) {
            return null;
        }
        int[] next = Arrays.copyOf(offsets, offsets.length);
        int[] order = new int[size];
        for (int row = 0; row < size; row++) {
            order[next[groups[row]]++] = row;
        }
        for (int group = 0; group + 1 < offsets.length; group++) {
            if (times != null) {
                sortBy(times, order, offsets[group], offsets[group + 1]);
            }
            sortBy(days, order, offsets[group], offsets[group + 1]);
        }
        return order;
    }

    /** Keeps the order of rows with equal keys. */
    private static void sortBy(int[] keys, int[] order, int from, int to) {
        boolean ascending = true;
        for (int i = from + 1; i < to && ascending; i++) {
            ascending = keys[order[i - 1]] <= keys[order[i]];
        }
        if (ascending) {
            return;
        }
        int[] before = Arrays.copyOfRange(order, from, to);
        long[] packed = new long[to - from];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = ((long) keys[before[i]] << 32) | i;
        }
        Arrays.sort(packed);
        for (int i = 0; i < packed.length; i++) {
            order[from + i] = before[(int) packed[i] & LOW];
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

    private static boolean ascending(int[] groups, int[] days, int @Nullable [] times, int size) {
        for (int row = 1; row < size; row++) {
            int order = Integer.compare(groups[row - 1], groups[row]);
            order = order != 0 ? order : Integer.compare(days[row - 1], days[row]);
            order = order != 0 || times == null ? order : Integer.compare(times[row - 1], times[row]);
            if (order > 0) {
                return false;
            }
        }
        return true;
    }
}

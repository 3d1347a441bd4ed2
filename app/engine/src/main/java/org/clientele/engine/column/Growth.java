package org.clientele.engine.column;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Growing by half, and copying in a new order. */
final class Growth {
    private Growth() {}

    /** Fails unless a column of that size has the row. */
    static void requireRow(int row, int size) {
        if (row >= size) {
            throw new ArrayIndexOutOfBoundsException("Row %d of %d".formatted(row, size));
        }
    }

    /** The capacity after the given one. */
    static int larger(int capacity) {
        return capacity + (capacity >> 1) + 1;
    }

    static int[] room(int[] values, int row) {
        return row < values.length ? values : Arrays.copyOf(values, larger(row));
    }

    static long[] room(long[] values, int row) {
        return row < values.length ? values : Arrays.copyOf(values, larger(row));
    }

    static double[] room(double[] values, int row) {
        return row < values.length ? values : Arrays.copyOf(values, larger(row));
    }

    static byte[] room(byte[] values, int row) {
        return row < values.length ? values : Arrays.copyOf(values, larger(row));
    }

    static int[] ordered(int[] values, int size, int @Nullable [] order) {
        if (order == null) {
            return Arrays.copyOf(values, size);
        }
        int[] result = new int[size];
        for (int row = 0; row < size; row++) {
            result[row] = values[order[row]];
        }
        return result;
    }

    static long[] ordered(long[] values, int size, int @Nullable [] order) {
        if (order == null) {
            return Arrays.copyOf(values, size);
        }
        long[] result = new long[size];
        for (int row = 0; row < size; row++) {
            result[row] = values[order[row]];
        }
        return result;
    }

    static double[] ordered(double[] values, int size, int @Nullable [] order) {
        if (order == null) {
            return Arrays.copyOf(values, size);
        }
        double[] result = new double[size];
        for (int row = 0; row < size; row++) {
            result[row] = values[order[row]];
        }
        return result;
    }
}

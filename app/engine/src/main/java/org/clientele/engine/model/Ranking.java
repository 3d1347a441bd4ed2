package org.clientele.engine.model;

import org.clientele.engine.column.Column;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.numeric.Blocks;
import org.clientele.engine.numeric.KeySort;

/** Ranks over order keys. */
final class Ranking {
    /** So many keys are taken from a column at once. */
    static final int CHUNK = 1024;

    private Ranking() {}

    /** The order keys of the chosen customers, ascending. */
    static long[] sorted(MeasureColumn column, int[] customers) {
        long[] keys = new long[customers.length];
        Blocks.run(customers.length, Evaluations.WORTH, (from, to) -> {
            long[] some = new long[CHUNK];
            for (int chunk = from; chunk < to; chunk += CHUNK) {
                int end = Math.min(to, chunk + CHUNK);
                orders(column, customers, chunk, end, some);
                System.arraycopy(some, 0, keys, chunk, end - chunk);
            }
        });
        KeySort.sort(keys);
        return keys;
    }

    /** The order keys of the customers at the places from, including, to, excluding, into the first places. */
    static void orders(MeasureColumn column, int[] customers, int from, int to, long[] out) {
        int first = customers[from];
        if (customers[to - 1] - first == to - 1 - from) {
            column.orders(first, first + to - from, out);
            return;
        }
        for (int i = from; i < to; i++) {
            out[i - from] = column.order(customers[i]);
        }
    }

    /** The customers who are present and have a value in every column, ascending. */
    static int[] withValues(ModelContext context, MeasureColumn... columns) {
        int size = context.customers().size();
        long[] words = context.present().toLongArray();
        Blocks.run(words.length, Evaluations.WORTH / Long.SIZE, (from, to) -> {
            long[] keys = new long[Long.SIZE];
            for (int word = from; word < to; word++) {
                int first = word * Long.SIZE;
                int rows = Math.min(size - first, Long.SIZE);
                for (MeasureColumn column : columns) {
                    column.orders(first, first + rows, keys);
                    words[word] &= known(keys, rows);
                }
            }
        });
        return ascending(words);
    }

    private static long known(long[] keys, int rows) {
        long known = 0;
        for (int i = 0; i < rows; i++) {
            known |= (keys[i] != Column.MISSING_ORDER ? 1L : 0L) << i;
        }
        return known;
    }

    private static int[] ascending(long[] words) {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        int[] places = new int[count];
        int next = 0;
        for (int word = 0; word < words.length; word++) {
            for (long left = words[word]; left != 0; left &= left - 1) {
                places[next++] = word * Long.SIZE + Long.numberOfTrailingZeros(left);
            }
        }
        return places;
    }

    /** The k-th of {@code parts} quantiles by nearest rank: the value at rank ⌈k/parts·n⌉ of the ascending order. */
    static long quantile(long[] sorted, int k, int parts) {
        long rank = ((long) sorted.length * k + parts - 1) / parts;
        return sorted[(int) rank - 1];
    }
}

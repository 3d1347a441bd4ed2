package org.clientele.engine.query;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import org.clientele.engine.column.CodeColumn;
import org.clientele.engine.column.Column;

/** The first customers of a sorted list: by a bounded heap when few are wanted, by sorting all otherwise. */
final class SortedCustomers {
    private static final int HEAP_PAYS_BELOW = 20_000;

    private final Keys keys;

    SortedCustomers(Keys keys) {
        this.keys = keys;
    }

    /** A key for each customer; smaller comes first. */
    @FunctionalInterface
    interface Keys {
        long of(int customer);
    }

    static Keys keys(Column column, SortBy sort, boolean byCode) {
        Keys ascending = ascending(column, sort, byCode);
        boolean descending = sort.descending();
        return customer -> {
            if (column.isMissing(customer)) {
                return Long.MAX_VALUE;
            }
            long key = ascending.of(customer);
            return descending ? ~key : key;
        };
    }

    private static Keys ascending(Column column, SortBy sort, boolean byCode) {
        Comparator<? super String> collation = sort.collation();
        if (column instanceof CodeColumn codes && byCode) {
            return codes::get;
        }
        if (column instanceof CodeColumn codes && collation != null) {
            int[] ranks = codes.dictionary().ranks(collation);
            return customer -> ranks[codes.get(customer)];
        }
        return column::order;
    }

    /** The first {@code wanted} of the selected customers, sorted; equal keys by ascending index. */
    int[] first(BitSet selected, int total, int wanted) {
        if (wanted < HEAP_PAYS_BELOW && wanted < total / 4) {
            return heap(selected, wanted);
        }
        long[] sortKeys = new long[total];
        int[] customers = selected.stream().toArray();
        for (int i = 0; i < total; i++) {
            sortKeys[i] = keys.of(customers[i]);
        }
        int[] order = KeyOrder.stable(sortKeys);
        int[] result = new int[wanted];
        for (int i = 0; i < wanted; i++) {
            result[i] = customers[order[i]];
        }
        return result;
    }

    private int[] heap(BitSet selected, int wanted) {
        BoundedHeap heap = new BoundedHeap(wanted);
        for (int c = selected.nextSetBit(0); c >= 0; c = selected.nextSetBit(c + 1)) {
            heap.offer(keys.of(c), c);
        }
        return Arrays.copyOf(heap.sorted(), wanted);
    }
}

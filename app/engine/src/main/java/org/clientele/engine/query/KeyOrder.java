package org.clientele.engine.query;

/** The order of rows by key, stable, without boxing: a radix sort that leaves out the bytes in which all keys agree. */
final class KeyOrder {
    private static final int BITS = 11;
    private static final int BUCKETS = 1 << BITS;

    private KeyOrder() {}

    static int[] stable(long[] keys) {
        int[] order = new int[keys.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        long differing = 0;
        for (long key : keys) {
            differing |= key ^ keys[0];
        }
        int[] spare = new int[order.length];
        for (int shift = 0; shift < Long.SIZE; shift += BITS) {
            if (((differing >>> shift) & (BUCKETS - 1)) != 0) {
                distribute(keys, shift, order, spare);
                int[] sorted = spare;
                spare = order;
                order = sorted;
            }
        }
        return order;
    }

    private static void distribute(long[] keys, int shift, int[] order, int[] into) {
        int[] starts = new int[BUCKETS + 1];
        for (int index : order) {
            starts[bucket(keys[index], shift) + 1]++;
        }
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            starts[bucket + 1] += starts[bucket];
        }
        for (int index : order) {
            into[starts[bucket(keys[index], shift)]++] = index;
        }
    }

    /** Signed order: the sign bit is turned round. */
    private static int bucket(long key, int shift) {
        return (int) (((key ^ Long.MIN_VALUE) >>> shift) & (BUCKETS - 1));
    }
}

package org.clientele.dataimport;

/** A number for each 64-bit key seen in a file: 24 bytes a key at most. */
final class Occurrences {
    private static final int SMALLEST = 1 << 12;

    private long[] keys = new long[SMALLEST];
    private int[] numbers = new int[SMALLEST];
    private int size;

    /** The number kept for the key, 0 when there is none. */
    int get(long key) {
        int slot = find(keys, key);
        return numbers[slot];
    }

    /** Keeps a number above 0. */
    void put(long key, int number) {
        if (size * 3L > keys.length * 2L) {
            grow();
        }
        int slot = find(keys, key);
        if (numbers[slot] == 0) {
            keys[slot] = key;
            size++;
        }
        numbers[slot] = number;
    }

    private int find(long[] table, long key) {
        int slot = (int) (key ^ (key >>> 32)) & (table.length - 1);
        while (numbers[slot] != 0 && table[slot] != key) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[oldKeys.length * 2];
        numbers = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNumbers[i] != 0) {
                int slot = find(keys, oldKeys[i]);
                keys[slot] = oldKeys[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }
}

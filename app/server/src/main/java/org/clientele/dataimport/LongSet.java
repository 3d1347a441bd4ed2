package org.clientele.dataimport;

import java.util.Arrays;

/** A set of 64-bit keys in one array: 16 bytes a key at most, where a HashSet takes 60. */
public final class LongSet {
    private static final int SMALLEST = 1 << 10;

    private long[] slots;
    private int size;
    private boolean zero;

    public LongSet(long expected) {
        int capacity = SMALLEST;
        while (capacity < expected * 2 && capacity < 1 << 29) {
            capacity <<= 1;
        }
        slots = new long[capacity];
    }

    /** Whether the key was not in the set before. */
    public boolean add(long key) {
        if (key == 0) {
            boolean added = !zero;
            zero = true;
            return added;
        }
        if (size * 3L > slots.length * 2L) {
            grow();
        }
        int slot = find(key);
        if (slots[slot] == key) {
            return false;
        }
        slots[slot] = key;
        size++;
        return true;
    }

    public boolean contains(long key) {
        return key == 0 ? zero : slots[find(key)] == key;
    }

    public int size() {
        return size + (zero ? 1 : 0);
    }

    /** Keys are bits of a digest, evenly spread already. */
    private int find(long key) {
        int slot = (int) (key ^ (key >>> 32)) & (slots.length - 1);
        while (slots[slot] != 0 && slots[slot] != key) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        Arrays.stream(old).filter(key -> key != 0).forEach(key -> slots[find(key)] = key);
    }
}

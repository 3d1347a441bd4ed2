package org.clientele.engine.query;

/** Keeps the smallest few of many (key, customer) pairs, the largest of those kept on top. */
final class BoundedHeap {
    private final long[] keys;
    private final int[] customers;
    private int size;

    BoundedHeap(int capacity) {
        keys = new long[capacity];
        customers = new int[capacity];
    }

    void offer(long key, int customer) {
        if (size < keys.length) {
            up(size++, key, customer);
        } else if (size > 0 && before(key, customer, keys[0], customers[0])) {
            down(0, key, customer);
        }
    }

    /** The customers kept, smallest first. Empties the heap. */
    int[] sorted() {
        int[] result = new int[size];
        while (size > 0) {
            result[size - 1] = customers[0];
            size--;
            if (size > 0) {
                down(0, keys[size], customers[size]);
            }
        }
        return result;
    }

    private void up(int start, long key, int customer) {
        int at = start;
        while (at > 0) {
            int parent = (at - 1) / 2;
            if (!before(keys[parent], customers[parent], key, customer)) {
                break;
            }
            set(at, keys[parent], customers[parent]);
            at = parent;
        }
        set(at, key, customer);
    }

    private void down(int start, long key, int customer) {
        int at = start;
        for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
            boolean right =
                    child + 1 < size && before(keys[child], customers[child], keys[child + 1], customers[child + 1]);
            int larger = right ? child + 1 : child;
            if (!before(key, customer, keys[larger], customers[larger])) {
                break;
            }
            set(at, keys[larger], customers[larger]);
            at = larger;
        }
        set(at, key, customer);
    }

    private void set(int at, long key, int customer) {
        keys[at] = key;
        customers[at] = customer;
    }

    private static boolean before(long key, int customer, long otherKey, int otherCustomer) {
        return key < otherKey || (key == otherKey && customer < otherCustomer);
    }
}

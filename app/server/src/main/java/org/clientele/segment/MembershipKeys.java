package org.clientele.segment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;

/** The segments of all customers by their numbers in the database, as of a day: what is stored once a run went well. Immutable. */
final class MembershipKeys {
    private final LocalDate asOf;
    private final long[] ids;
    private final int[] starts;
    private final int[] keys;

    private MembershipKeys(LocalDate asOf, long[] ids, int[] starts, int[] keys) {
        this.asOf = asOf;
        this.ids = ids;
        this.starts = starts;
        this.keys = keys;
    }

    /**
     * @param ids customer id by index, ascending
     * @param segments segment keys of a customer by index
     */
    static MembershipKeys of(LocalDate asOf, int customers, IntToLongFunction ids, IntFunction<int[]> segments) {
        long[] allIds = new long[customers];
        int[] starts = new int[customers + 1];
        int[] keys = new int[4 * customers];
        for (int customer = 0; customer < customers; customer++) {
            int[] own = segments.apply(customer);
            int start = starts[customer];
            if (start + own.length > keys.length) {
                keys = Arrays.copyOf(keys, 2 * (start + own.length));
            }
            System.arraycopy(own, 0, keys, start, own.length);
            allIds[customer] = ids.applyAsLong(customer);
            starts[customer + 1] = start + own.length;
        }
        return new MembershipKeys(asOf, allIds, starts, Arrays.copyOf(keys, starts[customers]));
    }

    LocalDate asOf() {
        return asOf;
    }

    int size() {
        return ids.length;
    }

    long id(int customer) {
        return ids[customer];
    }

    /** The index of a customer, negative for one who is not there. */
    int indexOf(long id) {
        return Arrays.binarySearch(ids, id);
    }

    int[] of(int customer) {
        return Arrays.copyOfRange(keys, starts[customer], starts[customer + 1]);
    }

    /** The indexes of customers who are new or in other segments than before. */
    int[] movedSince(MembershipKeys before) {
        int[] moved = new int[16];
        int count = 0;
        int old = 0;
        for (int customer = 0; customer < ids.length; customer++) {
            while (old < before.ids.length && before.ids[old] < ids[customer]) {
                old++;
            }
            if (old == before.ids.length || before.ids[old] != ids[customer] || !sameKeys(customer, before, old)) {
                moved = count < moved.length ? moved : Arrays.copyOf(moved, 2 * count);
                moved[count++] = customer;
            }
        }
        return Arrays.copyOf(moved, count);
    }

    /** The ids of customers of before who are no more. */
    long[] goneSince(MembershipKeys before) {
        return Arrays.stream(before.ids)
                .filter(id -> Arrays.binarySearch(ids, id) < 0)
                .toArray();
    }

    private boolean sameKeys(int customer, MembershipKeys before, int old) {
        return Arrays.equals(
                keys, starts[customer], starts[customer + 1], before.keys, before.starts[old], before.starts[old + 1]);
    }
}

package org.clientele.segment;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Since when the members of a segment are in it. Takes 12 bytes a member. Immutable and safe to share between threads. */
public final class EntryDays {
    /** Of a segment without members. */
    public static final EntryDays NONE = new Builder().build();

    private final long[] customers;
    private final int[] days;

    private EntryDays(long[] customers, int[] days) {
        this.customers = customers;
        this.days = days;
    }

    /** The day the customer came into the segment, or null when they are not in it. */
    public @Nullable LocalDate of(long customer) {
        int place = Arrays.binarySearch(customers, customer);
        return place < 0 ? null : LocalDate.ofEpochDay(days[place]);
    }

    /** How many there are. */
    public int size() {
        return customers.length;
    }

    /** Takes members by ascending id. */
    public static final class Builder {
        private static final int FIRST_CAPACITY = 16;

        private long[] customers = new long[FIRST_CAPACITY];
        private int[] days = new int[FIRST_CAPACITY];
        private int size;

        /** Adds a member. */
        public void add(long customer, LocalDate day) {
            if (size == customers.length) {
                customers = Arrays.copyOf(customers, 2 * size);
                days = Arrays.copyOf(days, 2 * size);
            }
            customers[size] = customer;
            days[size++] = Math.toIntExact(day.toEpochDay());
        }

        public EntryDays build() {
            return new EntryDays(Arrays.copyOf(customers, size), Arrays.copyOf(days, size));
        }
    }
}

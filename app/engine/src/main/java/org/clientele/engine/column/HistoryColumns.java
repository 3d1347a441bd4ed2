package org.clientele.engine.column;

import java.util.Arrays;
import java.util.List;

/**
 * Which of several texts customers had from which day to which, by customer id: at most one at a time. Immutable and safe to share between
 * threads. Takes 12 bytes a period and 12 a customer.
 */
public final class HistoryColumns {
    /** The last day of a period that holds. */
    public static final int OPEN = Integer.MAX_VALUE;

    private static final int WORTH_SEEKING = 20;

    private final Dictionary dictionary;
    private final long[] ids;
    private final int[] starts;
    private final int[] from;
    private final int[] to;
    private final int[] codes;

    private HistoryColumns(Builder builder) {
        this.dictionary = builder.dictionary;
        this.ids = Arrays.copyOf(builder.ids, builder.customers);
        this.starts = Arrays.copyOf(builder.starts, builder.customers + 1);
        this.starts[builder.customers] = builder.size;
        this.from = Arrays.copyOf(builder.from, builder.size);
        this.to = Arrays.copyOf(builder.to, builder.size);
        this.codes = Arrays.copyOf(builder.codes, builder.size);
    }

    /** The texts there can be. */
    public Dictionary dictionary() {
        return dictionary;
    }

    /** For each customer the number of its history, −1 without one. */
    public int[] places(CustomerColumns customers) {
        int[] places = new int[customers.size()];
        int place = 0;
        for (int customer = 0; customer < places.length; customer++) {
            place = placeOf(customers.id(customer), place, places.length);
            places[customer] = place < ids.length && ids[place] == customers.id(customer) ? place : -1;
        }
        return places;
    }

    /** The first place from the given one whose id is not below; many customers are walked along with, for a few the place is sought. */
    private int placeOf(long id, int from, int asked) {
        if (asked < ids.length / WORTH_SEEKING) {
            int found = Arrays.binarySearch(ids, from, ids.length, id);
            return found < 0 ? -found - 1 : found;
        }
        int place = from;
        while (place < ids.length && ids[place] < id) {
            place++;
        }
        return place;
    }

    /** The first period of a history; periods are in the order of days. */
    public int start(int place) {
        return starts[place];
    }

    /** The period after the last one of a history. */
    public int end(int place) {
        return starts[place + 1];
    }

    /** The first day of a period. */
    public int from(int period) {
        return from[period];
    }

    /** The day after the last day of a period, or {@link #OPEN}. */
    public int to(int period) {
        return to[period];
    }

    /** The code of a period's text. */
    public int code(int period) {
        return codes[period];
    }

    /** Starts taking periods. @param texts the texts there can be */
    public static Builder builder(List<String> texts) {
        return new Builder(Dictionary.of(texts));
    }

    /** Takes periods by ascending customer id, each customer's by ascending first day. */
    public static final class Builder {
        private final Dictionary dictionary;
        private long[] ids = new long[FieldBuffer.FIRST_CAPACITY];
        private int[] starts = new int[FieldBuffer.FIRST_CAPACITY];
        private int[] from = new int[FieldBuffer.FIRST_CAPACITY];
        private int[] to = new int[FieldBuffer.FIRST_CAPACITY];
        private int[] codes = new int[FieldBuffer.FIRST_CAPACITY];
        private int customers;
        private int size;

        private Builder(Dictionary dictionary) {
            this.dictionary = dictionary;
        }

        /** Adds a period; one of a text there can be no more is left out. */
        public void add(long customer, int fromDay, int toDay, String text) {
            int code = dictionary.code(text);
            if (code < 0) {
                return;
            }
            if (customers == 0 || ids[customers - 1] != customer) {
                ids = Growth.room(ids, customers);
                starts = Growth.room(starts, customers + 1);
                ids[customers] = customer;
                starts[customers++] = size;
            }
            from = Growth.room(from, size);
            to = Growth.room(to, size);
            codes = Growth.room(codes, size);
            from[size] = fromDay;
            to[size] = toDay;
            codes[size++] = code;
        }

        /** The histories. The builder cannot be used afterwards. */
        public HistoryColumns build() {
            return new HistoryColumns(this);
        }
    }
}

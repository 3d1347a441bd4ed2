package org.clientele.engine.column;

import java.util.Arrays;
import org.clientele.engine.numeric.Blocks;

/**
 * Which rows are the first of their document among the rows of a customer, so that events of some days are counted without looking at a document. A
 * bit a row. Immutable.
 */
final class FirstRows {
    /** Customers of so many rows have their documents compared one by one, others find them by hash. */
    private static final int FEW = 24;

    private static final int WORTH = 1 << 12;

    /** A customer's rows of one document follow one another; are on one day; are not. */
    private static final byte TOGETHER = 0;

    private static final byte APART = 1;
    private static final byte MIXED = 2;

    private final long[] first;
    private final RowBits bits;
    private final byte[] kinds;

    private FirstRows(int rows, int customers) {
        this.first = new long[(rows >> 6) + 1];
        this.bits = RowBits.of(first);
        this.kinds = new byte[customers];
    }

    static FirstRows of(int[] offsets, int[] days, long[] documents) {
        int customers = offsets.length - 1;
        FirstRows rows = new FirstRows(days.length, customers);
        Blocks.run(customers, WORTH, (from, to) -> rows.new Walk(offsets, days, documents).walk(from, to));
        return rows;
    }

    /** Whether a document of the customer has rows on several days, so that its days cannot be counted apart. */
    boolean isMixed(int customer) {
        return kinds[customer] == MIXED;
    }

    /** Whether it has, or rows of others between its own. */
    boolean isScattered(int customer) {
        return kinds[customer] != TOGETHER;
    }

    /** How many rows from, including, to, excluding, are the first of their document. */
    int count(int from, int to) {
        return bits.count(from, to);
    }

    RowBits bits() {
        return bits;
    }

    /** Of some rows the first of each document; right for customers whose documents are not scattered. */
    RowBits of(RowBits rows) {
        return rows.firstsSince(bits);
    }

    /** One thread's walk over some customers. Words at its ends are shared with its neighbours. */
    private final class Walk {
        private final int[] offsets;
        private final int[] days;
        private final long[] documents;
        private int[] places = new int[64];

        Walk(int[] offsets, int[] days, long[] documents) {
            this.offsets = offsets;
            this.days = days;
            this.documents = documents;
        }

        void walk(int fromCustomer, int toCustomer) {
            int word = offsets[fromCustomer] >> 6;
            long bits = 0;
            for (int customer = fromCustomer; customer < toCustomer; customer++) {
                int start = offsets[customer];
                int end = offsets[customer + 1];
                boolean few = end - start <= FEW;
                if (!few) {
                    clear(end - start);
                }
                for (int row = start; row < end; row++) {
                    if (row >> 6 != word) {
                        flush(word, bits);
                        word = row >> 6;
                        bits = 0;
                    }
                    long document = documents[row];
                    int earlier = document == ActivityColumns.NO_DOCUMENT
                            ? -1
                            : few ? earlier(document, start, row) : earlier(document, row);
                    if (earlier < 0) {
                        bits |= 1L << row;
                    } else if (days[earlier] != days[row]) {
                        kinds[customer] = MIXED;
                    } else if (documents[row - 1] != document && kinds[customer] == TOGETHER) {
                        kinds[customer] = APART;
                    }
                }
            }
            flush(word, bits);
        }

        private void flush(int word, long bits) {
            synchronized (first) {
                first[word] |= bits;
            }
        }

        private int earlier(long document, int start, int row) {
            for (int other = row - 1; other >= start; other--) {
                if (documents[other] == document) {
                    return other;
                }
            }
            return -1;
        }

        private void clear(int rows) {
            int size = Integer.highestOneBit(rows) << 2;
            if (places.length < size) {
                places = new int[size];
            }
            Arrays.fill(places, -1);
        }

        /** Takes the row as the first of its document where there is none. */
        private int earlier(long document, int row) {
            int mask = places.length - 1;
            int place = (int) (document ^ document >>> 32) & mask;
            while (places[place] >= 0 && documents[places[place]] != document) {
                place = place + 1 & mask;
            }
            int found = places[place];
            if (found < 0) {
                places[place] = row;
            }
            return found;
        }
    }
}

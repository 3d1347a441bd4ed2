package org.clientele.engine.metric;

import java.util.Arrays;

/** Room for the values of one customer, used again for the next; one for each thread. */
final class Scratch {
    private long[] longs = new long[64];
    private double[] doubles = new double[64];
    private int size;

    void clear() {
        size = 0;
    }

    void add(long value) {
        if (size == longs.length) {
            longs = Arrays.copyOf(longs, size * 2);
        }
        longs[size++] = value;
    }

    void add(double value) {
        if (size == doubles.length) {
            doubles = Arrays.copyOf(doubles, size * 2);
        }
        doubles[size++] = value;
    }

    /** How many different longs were added. */
    int distinct() {
        Arrays.sort(longs, 0, size);
        int distinct = size == 0 ? 0 : 1;
        for (int i = 1; i < size; i++) {
            if (longs[i] != longs[i - 1]) {
                distinct++;
            }
        }
        return distinct;
    }

    /** The sum of the doubles added; the same for every order of adding (Neumaier's compensated summation, ascending). */
    double sum() {
        Arrays.sort(doubles, 0, size);
        double sum = 0;
        double lost = 0;
        for (int i = 0; i < size; i++) {
            double next = sum + doubles[i];
            lost += Math.abs(sum) >= Math.abs(doubles[i]) ? (sum - next) + doubles[i] : (doubles[i] - next) + sum;
            sum = next;
        }
        return sum + lost;
    }

    int size() {
        return size;
    }
}

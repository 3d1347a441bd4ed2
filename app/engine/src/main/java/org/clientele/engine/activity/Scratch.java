package org.clientele.engine.activity;

import java.util.Arrays;

/** Room for the values of one customer, used again for the next; one for each thread. Holds either whole or fractional numbers. */
public final class Scratch {
    /** For so many customers there is room at once. */
    public static final int CUSTOMERS = 64;

    private final int[] begins = new int[CUSTOMERS];
    private final int[] ends = new int[CUSTOMERS];
    private final double[] numbers = new double[CUSTOMERS];
    private long[] longs = new long[64];
    private double[] doubles = new double[64];
    private int size;

    /** Room for a row of each of some customers. */
    int[] begins() {
        return begins;
    }

    /** Room for another row of each. */
    int[] ends() {
        return ends;
    }

    /** Room for a number of each. */
    public double[] numbers() {
        return numbers;
    }

    /** Empties it. */
    public void clear() {
        size = 0;
    }

    /** Adds a whole number. */
    public void add(long value) {
        if (size == longs.length) {
            longs = Arrays.copyOf(longs, size * 2);
        }
        longs[size++] = value;
    }

    /** Adds a fractional number. */
    public void add(double value) {
        if (size == doubles.length) {
            doubles = Arrays.copyOf(doubles, size * 2);
        }
        doubles[size++] = value;
    }

    /** How many different longs were added. */
    public int distinct() {
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
    public double sum() {
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

    /** How many were added. */
    public int size() {
        return size;
    }
}

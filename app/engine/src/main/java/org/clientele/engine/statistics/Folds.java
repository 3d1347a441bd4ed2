package org.clientele.engine.statistics;

import java.util.Arrays;

/** Deals rows out to the parts of a cross-validation, each kind of outcome evenly, by lot and not by place. */
final class Folds {
    static final int COUNT = 5;

    private Folds() {}

    /** The part of each row. Rows with equal lots and outcomes are dealt in the order in which they stand. */
    static byte[] of(boolean[] outcomes, long[] lots) {
        byte[] folds = new byte[outcomes.length];
        deal(true, outcomes, lots, folds);
        deal(false, outcomes, lots, folds);
        return folds;
    }

    private static void deal(boolean outcome, boolean[] outcomes, long[] lots, byte[] folds) {
        long[] drawn = new long[outcomes.length];
        int count = 0;
        for (int row = 0; row < outcomes.length; row++) {
            if (outcomes[row] == outcome) {
                drawn[count++] = lots[row];
            }
        }
        long[] sorted = Arrays.copyOf(drawn, count);
        Arrays.sort(sorted);
        int[] taken = new int[count];
        for (int row = 0; row < outcomes.length; row++) {
            if (outcomes[row] == outcome) {
                int first = first(sorted, lots[row]);
                folds[row] = (byte) ((first + taken[first]++) % COUNT);
            }
        }
    }

    private static int first(long[] sorted, long lot) {
        int low = 0;
        int high = sorted.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < lot) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

package org.clientele.engine.cluster;

import java.util.Arrays;

/** Chooses first centres among the rows: each with a probability in proportion to its squared distance from those chosen before (k-means++). */
final class Seeding {
    private static final int TRIALS_BASE = 2;

    private Seeding() {}

    /**
     * Draws centres. Rows are in the order of their lots.
     *
     * @param greedy of several rows drawn each time, take the one that brings all rows nearest: better where groups are round, while the plain form
     *     also finds those that outliers hide
     */
    static double[] centres(ClusterRows rows, int count, long seed, boolean greedy) {
        int width = rows.width();
        double[] values = rows.values();
        double[] centres = new double[count * width];
        double[] nearest = new double[rows.size()];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        int first = (int) Math.floorMod(Lots.mixed(seed, 1), (long) rows.size());
        choose(values, first, centres, 0, width, nearest);
        int trials = greedy ? TRIALS_BASE + (int) Math.log(count) : 1;
        for (int cluster = 1; cluster < count; cluster++) {
            double total = Arrays.stream(nearest).sum();
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int trial = 0; trial < trials; trial++) {
                double draw = (Lots.mixed(seed, 2 + (long) cluster * trials + trial) >>> 11) * 0x1p-53 * total;
                int row = drawn(nearest, draw);
                double sum = 0;
                for (int other = 0; other < nearest.length; other++) {
                    sum += Math.min(nearest[other], Distances.between(values, other, values, row, width));
                }
                if (sum < least) {
                    least = sum;
                    best = row;
                }
            }
            choose(values, best, centres, cluster, width, nearest);
        }
        return centres;
    }

    private static int drawn(double[] nearest, double draw) {
        double left = draw;
        int last = 0;
        for (int row = 0; row < nearest.length; row++) {
            if (nearest[row] > 0) {
                last = row;
                left -= nearest[row];
                if (left < 0) {
                    return row;
                }
            }
        }
        return last;
    }

    private static void choose(double[] values, int row, double[] centres, int cluster, int width, double[] nearest) {
        System.arraycopy(values, row * width, centres, cluster * width, width);
        for (int other = 0; other < nearest.length; other++) {
            nearest[other] = Math.min(nearest[other], Distances.between(values, other, values, row, width));
        }
    }

    /** How many different rows there are, counted up to a number. */
    static int different(ClusterRows rows, int enough) {
        int width = rows.width();
        double[] values = rows.values();
        int[] found = new int[enough];
        int count = 0;
        for (int row = 0; row < rows.size() && count < enough; row++) {
            boolean isNew = true;
            for (int i = 0; i < count && isNew; i++) {
                isNew = Distances.between(values, row, values, found[i], width) > 1e-18;
            }
            if (isNew) {
                found[count++] = row;
            }
        }
        return count;
    }
}

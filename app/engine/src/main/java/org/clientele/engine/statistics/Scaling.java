package org.clientele.engine.statistics;

/**
 * Mean and spread of each amount over the rows that are learnt from, and over no other. An amount that is constant there, or whose
 * variance is beyond what a double holds, counts for nothing.
 */
record Scaling(double[] means, double[] deviations) {
    /** Less spread than this, relative to the mean, is what rounding leaves of none. */
    private static final double CONSTANT = 1e-12;

    static Scaling of(TrainingRows rows, int[] subset) {
        int count = rows.amountCount();
        double[] means = new double[count];
        double[] known = new double[count];
        for (int row : subset) {
            for (int i = 0; i < count; i++) {
                double value = rows.amount(row, i);
                if (!Double.isNaN(value)) {
                    means[i] += value;
                    known[i]++;
                }
            }
        }
        divide(means, known);
        double[] deviations = new double[count];
        for (int row : subset) {
            for (int i = 0; i < count; i++) {
                double value = rows.amount(row, i) - means[i];
                deviations[i] += Double.isNaN(value) ? 0 : value * value;
            }
        }
        divide(deviations, known);
        for (int i = 0; i < count; i++) {
            deviations[i] = Math.sqrt(deviations[i]);
        }
        return new Scaling(means, deviations);
    }

    private static void divide(double[] sums, double[] counts) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= Math.max(1, counts[i]);
        }
    }

    /** What a deviation from the mean is multiplied with. */
    double inverse(int i) {
        boolean spread = deviations[i] > Math.abs(means[i]) * CONSTANT && Double.isFinite(deviations[i]);
        return spread ? 1 / deviations[i] : 0;
    }
}

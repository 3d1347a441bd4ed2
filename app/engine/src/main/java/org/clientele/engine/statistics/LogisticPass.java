package org.clientele.engine.statistics;

import java.util.stream.IntStream;

/**
 * One walk over the rows at given coefficients: the penalised log-likelihood, its gradient and its negative second derivatives. Rows are
 * walked in a fixed number of blocks whose sums are added in order, so that the result does not depend on the number of processors.
 */
final class LogisticPass {
    private static final int ROWS_WORTH_A_BLOCK = 4_096;
    private static final int MOST_BLOCKS = 16;

    double objective;
    final double[] gradient;
    /** Row by row; the lower triangle. */
    final double[] information;

    private LogisticPass(int columns) {
        gradient = new double[columns];
        information = new double[columns * columns];
    }

    static LogisticPass over(
            TrainingRows rows, int[] subset, Layout layout, Scaling scaling, double[] coefficients, double strength) {
        int blocks = Math.clamp(subset.length / ROWS_WORTH_A_BLOCK, 1, MOST_BLOCKS);
        LogisticPass[] parts = IntStream.range(0, blocks)
                .parallel()
                .mapToObj(block -> {
                    int from = (int) ((long) subset.length * block / blocks);
                    int to = (int) ((long) subset.length * (block + 1) / blocks);
                    LogisticPass part = new LogisticPass(layout.columns());
                    part.add(rows, subset, from, to, new Encoder(rows, layout, scaling), coefficients);
                    return part;
                })
                .toArray(LogisticPass[]::new);
        LogisticPass whole = parts[0];
        for (int block = 1; block < blocks; block++) {
            whole.add(parts[block]);
        }
        whole.penalise(coefficients, strength);
        return whole;
    }

    private void add(TrainingRows rows, int[] subset, int from, int to, Encoder encoder, double[] coefficients) {
        int size = gradient.length;
        int[] columns = encoder.columns;
        double[] values = encoder.values;
        for (int i = from; i < to; i++) {
            int row = subset[i];
            encoder.encode(row);
            double odds = encoder.product(coefficients);
            boolean outcome = rows.outcome(row);
            double probability = probability(odds);
            objective += logLikelihood(odds, outcome);
            double residual = (outcome ? 1 : 0) - probability;
            double weight = probability * (1 - probability);
            for (int a = 0; a < columns.length; a++) {
                gradient[columns[a]] += residual * values[a];
                double weighted = weight * values[a];
                int base = columns[a] * size;
                for (int b = 0; b <= a; b++) {
                    information[base + columns[b]] += weighted * values[b];
                }
            }
        }
    }

    private void add(LogisticPass other) {
        objective += other.objective;
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += other.gradient[i];
        }
        for (int i = 0; i < information.length; i++) {
            information[i] += other.information[i];
        }
    }

    /** The constant is not held back. */
    private void penalise(double[] coefficients, double strength) {
        int size = gradient.length;
        for (int i = 1; i < size; i++) {
            objective -= strength / 2 * coefficients[i] * coefficients[i];
            gradient[i] -= strength * coefficients[i];
            information[i * size + i] += strength;
        }
    }

    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /** log p or log(1 − p), without overflow for large odds. */
    static double logLikelihood(double logOdds, boolean outcome) {
        double towards = outcome ? logOdds : -logOdds;
        return towards > 0 ? -Math.log1p(Math.exp(-towards)) : towards - Math.log1p(Math.exp(towards));
    }
}

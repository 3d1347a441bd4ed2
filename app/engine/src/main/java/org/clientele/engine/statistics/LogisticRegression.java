package org.clientele.engine.statistics;

import java.util.Arrays;
import org.clientele.engine.numeric.Cholesky;

/**
 * Logistic regression with an L2 penalty by Newton's method (iteratively reweighted least squares), halving steps that do not improve:
 * maximises Σ log-likelihood − strength/2 · Σ β², the constant left out of the penalty. Hosmer, Lemeshow and Sturdivant, Applied Logistic
 * Regression, 3rd edition; le Cessie and van Houwelingen, Ridge Estimators in Logistic Regression, Applied Statistics 41 (1992).
 */
final class LogisticRegression {
    /** What is left to gain, in log-likelihood, when the last step is taken. */
    private static final double ENOUGH = 1e-9;

    /** What summing may lose, as a share of the log-likelihood. */
    private static final double ROUNDING = 1e-12;

    private static final int MOST_STEPS = 60;
    private static final int MOST_HALVINGS = 40;

    private final TrainingRows rows;
    private final Layout layout;

    LogisticRegression(TrainingRows rows) {
        this.rows = rows;
        this.layout = Layout.of(rows.features());
    }

    /**
     * Learns from some of the rows; the coefficients found do not depend on where the search starts.
     *
     * @param strength above zero
     * @param start coefficients to start from; those of another fit of the same rows save steps
     */
    LogisticFit fit(int[] subset, double strength, double[] start) {
        Scaling scaling = Scaling.of(rows, subset);
        double[] coefficients = start.length == layout.columns() ? start.clone() : first(subset);
        LogisticPass pass = LogisticPass.over(rows, subset, layout, scaling, coefficients, strength);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] direction = pass.gradient.clone();
            if (!Cholesky.solve(pass.information, direction)) {
                break;
            }
            if (dot(direction, pass.gradient) < ENOUGH) {
                coefficients = moved(coefficients, direction, 1);
                break;
            }
            LogisticPass next = null;
            double length = 1;
            for (int halving = 0; halving < MOST_HALVINGS && next == null; halving++) {
                double[] tried = moved(coefficients, direction, length);
                LogisticPass there = LogisticPass.over(rows, subset, layout, scaling, tried, strength);
                if (there.objective >= pass.objective - ROUNDING * Math.abs(pass.objective)) {
                    next = there;
                    coefficients = tried;
                }
                length /= 2;
            }
            if (next == null) {
                break;
            }
            pass = next;
        }
        return new LogisticFit(layout, scaling, coefficients, means(subset, scaling), strength);
    }

    /** The log-odds of the share of rows for which the outcome holds. */
    private double[] first(int[] subset) {
        long holding = Arrays.stream(subset).filter(rows::outcome).count();
        double[] coefficients = new double[layout.columns()];
        coefficients[0] = Math.log((holding + 0.5) / (subset.length - holding + 0.5));
        return coefficients;
    }

    private static double[] moved(double[] from, double[] direction, double length) {
        double[] to = from.clone();
        for (int i = 0; i < to.length; i++) {
            to[i] += length * direction[i];
        }
        return to;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The mean of every column over the rows. */
    private double[] means(int[] subset, Scaling scaling) {
        double[] sums = new double[layout.columns()];
        Encoder encoder = new Encoder(rows, layout, scaling);
        for (int row : subset) {
            encoder.encode(row);
            for (int i = 0; i < encoder.columns.length; i++) {
                sums[encoder.columns[i]] += encoder.values[i];
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= Math.max(1, subset.length);
        }
        return sums;
    }
}

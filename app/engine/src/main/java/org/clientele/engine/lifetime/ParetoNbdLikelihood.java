package org.clientele.engine.lifetime;

import org.clientele.engine.numeric.Blocks;
import org.clientele.engine.numeric.Derivatives;

/**
 * The log-likelihood of all histories under a {@link ParetoNbd} with its derivatives: the logarithm of a sum over being active and the times of
 * leaving, whose derivatives are means and covariances of those of its terms.
 */
final class ParetoNbdLikelihood {
    private static final int SIZE = 4;
    private static final int WORTH = 64;

    private final HistoryGroups groups;

    ParetoNbdLikelihood(HistoryGroups groups) {
        this.groups = groups;
    }

    Derivatives at(double[] point) {
        ParetoNbd model = new ParetoNbd(point[0], point[1], point[2], point[3]);
        Derivatives sum = Blocks.sum(groups.size, WORTH, SIZE, (from, to, part) -> {
            Terms terms = new Terms(model);
            for (int group = from; group < to; group++) {
                terms.clear(groups.repeats[group]);
                terms.read(groups.last[group] / PurchaseHistories.WEEK, groups.ages[group] / PurchaseHistories.WEEK);
                terms.addTo(part, groups.counts[group]);
            }
        });
        addCounts(point, sum);
        return sum;
    }

    private void addCounts(double[] point, Derivatives sum) {
        double customers = groups.customers;
        sum.value += customers * (point[0] * Math.log(point[1]) + point[2] * Math.log(point[3]));
        sum.gradient[0] += customers * Math.log(point[1]);
        sum.gradient[1] += customers * point[0] / point[1];
        sum.gradient[2] += customers * Math.log(point[3]);
        sum.gradient[3] += customers * point[2] / point[3];
        sum.hessian[4] += customers / point[1];
        sum.hessian[5] -= customers * point[0] / (point[1] * point[1]);
        sum.hessian[14] += customers / point[3];
        sum.hessian[15] -= customers * point[2] / (point[3] * point[3]);
        for (int k = 0; k < groups.above.length; k++) {
            double inverse = 1 / (point[0] + k);
            sum.value -= groups.above[k] * Math.log(inverse);
            sum.gradient[0] += groups.above[k] * inverse;
            sum.hessian[0] -= groups.above[k] * inverse * inverse;
        }
    }

    /** The terms of one history, weighted by their likelihood relative to being active. */
    private static final class Terms {
        private final ParetoNbd model;
        private double exponent;
        private int repeats;
        private double active;
        private double highest;
        private double total;
        private final double[] means = new double[SIZE];
        private final double[] squares = new double[SIZE * SIZE];

        Terms(ParetoNbd model) {
            this.model = model;
        }

        void clear(int repeats) {
            this.repeats = repeats;
            exponent = model.r() + repeats;
            java.util.Arrays.fill(means, 0);
            java.util.Arrays.fill(squares, 0);
            total = 0;
        }

        void read(double last, double age) {
            double alpha = Math.log(model.alpha() + age);
            double beta = Math.log(model.beta() + age);
            active = -exponent * alpha - model.s() * beta;
            highest = active;
            LeavingTimes times = new LeavingTimes(model, repeats, last, age);
            if (last < age) {
                highest = Math.max(active, times.logTerm(0));
            }
            add(Math.exp(active - highest), age, alpha, beta, 0);
            for (int i = 0; last < age && i < times.size(); i++) {
                double at = times.at(i);
                double logAlpha = Math.log(model.alpha() + at);
                double logBeta = Math.log(model.beta() + at);
                add(Math.exp(times.logTerm(i, at, logAlpha, logBeta) - highest), at, logAlpha, logBeta, 1);
            }
        }

        /** @param left 1 for a time of leaving, whose density has a factor s and one power of β + y more; else 0 */
        private void add(double weight, double at, double logAlpha, double logBeta, int left) {
            double inverseAlpha = 1 / (model.alpha() + at);
            double inverseBeta = 1 / (model.beta() + at);
            double inverseS = left / model.s();
            double r = -logAlpha;
            double alpha = -exponent * inverseAlpha;
            double s = inverseS - logBeta;
            double beta = -(model.s() + left) * inverseBeta;
            total += weight;
            means[0] += weight * r;
            means[1] += weight * alpha;
            means[2] += weight * s;
            means[3] += weight * beta;
            squares[0] += weight * r * r;
            squares[4] += weight * (alpha * r - inverseAlpha);
            squares[5] += weight * (alpha * alpha + exponent * inverseAlpha * inverseAlpha);
            squares[8] += weight * s * r;
            squares[9] += weight * s * alpha;
            squares[10] += weight * (s * s - inverseS * inverseS * left);
            squares[12] += weight * beta * r;
            squares[13] += weight * beta * alpha;
            squares[14] += weight * (beta * s - inverseBeta);
            squares[15] += weight * (beta * beta + (model.s() + left) * inverseBeta * inverseBeta);
        }

        void addTo(Derivatives sum, int count) {
            sum.value += count * (highest + Math.log(total));
            for (int row = 0; row < SIZE; row++) {
                double mean = means[row] / total;
                sum.gradient[row] += count * mean;
                for (int column = 0; column <= row; column++) {
                    int at = row * SIZE + column;
                    sum.hessian[at] += count * (squares[at] / total - mean * means[column] / total);
                }
            }
        }
    }
}

package org.clientele.engine.lifetime;

import java.util.Arrays;
import org.clientele.engine.lifetime.Fitting.Refusal;
import org.clientele.engine.numeric.Blocks;
import org.clientele.engine.numeric.Derivatives;
import org.clientele.engine.numeric.Gammas;
import org.clientele.engine.numeric.Maximiser;

/**
 * Fits a {@link GammaGamma} to the customers whose repeat purchases have a mean above 0, by maximum likelihood with exact first and second
 * derivatives; gamma functions are taken once for each number of purchases. Stateless.
 *
 * <p>Where the correlation of number and mean is far from 0 (some 0.3 in amount) the model does not fit: who buys often spends more, or less,
 * each time.
 */
public final class GammaGammaFit {
    private static final int SIZE = 3;
    private static final int WORTH = 4_096;

    /** The customers used, by number of purchases; those from starts[i] up to starts[i + 1] made counts[i]. */
    private final double[] sums;

    private final int[] counts;
    private final int[] starts;
    private final double sumOfLogs;
    private final double constant;

    private GammaGammaFit(PurchaseHistories histories) {
        int most = 0;
        for (int row = 0; row < histories.size(); row++) {
            most = Math.max(most, histories.valued(row));
        }
        int[] with = new int[most + 2];
        for (int row = 0; row < histories.size(); row++) {
            with[histories.valued(row) + 1]++;
        }
        with[1] = 0;
        for (int k = 1; k < with.length; k++) {
            with[k] += with[k - 1];
        }
        int[] ends = with.clone();
        sums = new double[with[most + 1]];
        for (int row = 0; row < histories.size(); row++) {
            int valued = histories.valued(row);
            if (valued > 0) {
                sums[ends[valued]++] = valued * histories.mean(row);
            }
        }
        counts = java.util.stream.IntStream.rangeClosed(1, most)
                .filter(k -> ends[k] > with[k])
                .toArray();
        starts = Arrays.copyOf(Arrays.stream(counts).map(k -> with[k]).toArray(), counts.length + 1);
        starts[counts.length] = sums.length;
        double logs = 0;
        double means = 0;
        for (int i = 0; i < counts.length; i++) {
            Arrays.sort(sums, starts[i], starts[i + 1]);
            for (int at = starts[i]; at < starts[i + 1]; at++) {
                double log = Math.log(sums[at]);
                logs += counts[i] * log;
                means += log - Math.log(counts[i]);
            }
        }
        sumOfLogs = logs;
        constant = -means;
    }

    /** Fits, or says why not; uses all processors. */
    public static Fitting<GammaGamma> fit(PurchaseHistories histories) {
        GammaGammaFit fit = new GammaGammaFit(histories);
        int used = fit.sums.length;
        if (used < PurchaseFit.FEWEST_REPEATING) {
            return new Fitting.Refused<>(Refusal.TOO_FEW_REPEATING, used, PurchaseFit.FEWEST_REPEATING);
        }
        Means means = Means.of(histories);
        if (!means.differ) {
            return new Fitting.Refused<>(Refusal.NO_SPREAD, 1, 2);
        }
        Maximiser.Maximum maximum = Maximiser.climb(fit::at, new double[] {2, 3, means.mean});
        if (!maximum.found()) {
            return new Fitting.Refused<>(Refusal.NO_MAXIMUM, 0, 1);
        }
        GammaGamma model = new GammaGamma(1, 1, 1).with(maximum.at());
        if (model.q() <= 1) {
            return new Fitting.Refused<>(Refusal.NO_MEAN, 0, 1);
        }
        return new Fitting.Fitted<>(
                model,
                maximum.value(),
                Fitting.Estimate.all(model.names(), maximum.at(), maximum.covariance()),
                maximum.covariance(),
                used,
                histories.size() - used,
                means.correlation);
    }

    /** With m the sum of x purchases: log Γ(px + q)/(Γ(px) Γ(q)) + q log γ + px log m − log(m/x) − (px + q) log(γ + m). */
    private Derivatives at(double[] point) {
        double p = point[0];
        double q = point[1];
        double gamma = point[2];
        Derivatives all = new Derivatives(SIZE);
        for (int i = 0; i < counts.length; i++) {
            int from = starts[i];
            Derivatives sum = Blocks.sum(starts[i + 1] - from, WORTH, 1, (begin, end, part) -> {
                double slopes = 0;
                double curves = 0;
                double logs = 0;
                for (int at = from + begin; at < from + end; at++) {
                    double inverse = 1 / (gamma + sums[at]);
                    logs -= Math.log(inverse);
                    slopes += inverse;
                    curves += inverse * inverse;
                }
                part.value += logs;
                part.gradient[0] += slopes;
                part.hessian[0] += curves;
            });
            add(all, counts[i], starts[i + 1] - from, sum, p, q);
        }
        double customers = sums.length;
        all.value += constant + p * sumOfLogs + customers * (q * Math.log(gamma) - Gammas.log(q));
        all.gradient[0] += sumOfLogs;
        all.gradient[1] += customers * (Math.log(gamma) - Gammas.digamma(q));
        all.gradient[2] += customers * q / gamma;
        all.hessian[4] -= customers * Gammas.trigamma(q);
        all.hessian[7] += customers / gamma;
        all.hessian[8] -= customers * q / (gamma * gamma);
        return all;
    }

    private static void add(Derivatives all, int purchases, int customers, Derivatives sum, double p, double q) {
        double shape = p * purchases;
        double logs = sum.value;
        double slopes = sum.gradient[0];
        double both = Gammas.trigamma(shape + q);
        all.value += customers * (Gammas.log(shape + q) - Gammas.log(shape)) - (shape + q) * logs;
        all.gradient[0] += purchases * (customers * (Gammas.digamma(shape + q) - Gammas.digamma(shape)) - logs);
        all.gradient[1] += customers * Gammas.digamma(shape + q) - logs;
        all.gradient[2] -= (shape + q) * slopes;
        all.hessian[0] += (double) purchases * purchases * customers * (both - Gammas.trigamma(shape));
        all.hessian[3] += purchases * customers * both;
        all.hessian[4] += customers * both;
        all.hessian[6] -= purchases * slopes;
        all.hessian[7] -= slopes;
        all.hessian[8] += (shape + q) * sum.hessian[0];
    }

    /** How number and mean of purchases go together. */
    private record Means(double mean, double correlation, boolean differ) {
        static Means of(PurchaseHistories histories) {
            double n = 0;
            double counts = 0;
            double means = 0;
            double least = Double.POSITIVE_INFINITY;
            double most = 0;
            for (int row = 0; row < histories.size(); row++) {
                if (histories.valued(row) > 0) {
                    n++;
                    counts += histories.valued(row);
                    means += histories.mean(row);
                    least = Math.min(least, histories.mean(row));
                    most = Math.max(most, histories.mean(row));
                }
            }
            double xx = 0;
            double xy = 0;
            double yy = 0;
            for (int row = 0; row < histories.size(); row++) {
                if (histories.valued(row) > 0) {
                    double x = histories.valued(row) - counts / n;
                    double y = histories.mean(row) - means / n;
                    xx += x * x;
                    xy += x * y;
                    yy += y * y;
                }
            }
            return new Means(means / n, xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Double.NaN, most > least);
        }
    }
}

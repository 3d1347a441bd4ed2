package org.clientele.engine.lifetime;

import org.clientele.engine.numeric.Blocks;
import org.clientele.engine.numeric.Derivatives;

/**
 * The log-likelihood of all histories under a {@link BgNbd} with its derivatives. Gamma functions of counts are sums of logarithms over the
 * customers who made more purchases; logarithms of times are taken once for each day.
 */
final class BgNbdLikelihood {
    private static final int R = 0;
    private static final int ALPHA = 1;
    private static final int A = 2;
    private static final int B = 3;
    private static final int SIZE = 4;
    private static final int WORTH = 2_048;

    private final HistoryGroups groups;

    BgNbdLikelihood(HistoryGroups groups) {
        this.groups = groups;
    }

    Derivatives at(double[] point) {
        double[] inverses = new double[groups.longest + 1];
        double[] logs = new double[groups.longest + 1];
        for (int day = 0; day < logs.length; day++) {
            double weeks = point[ALPHA] + day / PurchaseHistories.WEEK;
            inverses[day] = 1 / weeks;
            logs[day] = Math.log(weeks);
        }
        Derivatives sum = Blocks.sum(groups.size, WORTH, SIZE, (from, to, part) -> {
            for (int group = from; group < to; group++) {
                addTimes(group, point, logs, inverses, part);
                if (groups.repeats[group] > 0) {
                    addLeft(group, point, logs, inverses, part);
                }
            }
        });
        addCounts(point, sum);
        return sum;
    }

    /** r log α − (r + x) log(α + T). */
    private void addTimes(int group, double[] point, double[] logs, double[] inverses, Derivatives sum) {
        double r = point[R];
        double weight = groups.counts[group];
        double exponent = r + groups.repeats[group];
        double log = logs[groups.ages[group]];
        double inverse = inverses[groups.ages[group]];
        sum.value += weight * (r * logs[0] - exponent * log);
        sum.gradient[R] += weight * (logs[0] - log);
        sum.gradient[ALPHA] += weight * (r * inverses[0] - exponent * inverse);
        sum.hessian[ALPHA * SIZE + R] += weight * (inverses[0] - inverse);
        sum.hessian[ALPHA * SIZE + ALPHA] += weight * (exponent * inverse * inverse - r * inverses[0] * inverses[0]);
    }

    /** log(1 + e^u), u = log a − log(b + x − 1) + (r + x) log((α + T) / (α + t)). */
    private void addLeft(int group, double[] point, double[] logs, double[] inverses, Derivatives sum) {
        int repeats = groups.repeats[group];
        double weight = groups.counts[group];
        double exponent = point[R] + repeats;
        int last = groups.last[group];
        int age = groups.ages[group];
        double b = 1 / (point[B] + repeats - 1);
        double a = 1 / point[A];
        double odds = point[A] * b * Math.exp(exponent * (logs[age] - logs[last]));
        boolean sure = odds > 1e300;
        // not log1p, which takes most of the time: what small odds lose is less than the sum is rounded by
        sum.value +=
                weight * (sure ? Math.log(point[A] * b) + exponent * (logs[age] - logs[last]) : Math.log(1 + odds));
        double left = weight * (sure ? 1 : odds / (1 + odds));
        double both = sure ? 0 : left / (1 + odds);
        double ur = logs[age] - logs[last];
        double slope = inverses[age] - inverses[last];
        double ualpha = exponent * slope;
        double[] g = sum.gradient;
        g[R] += left * ur;
        g[ALPHA] += left * ualpha;
        g[A] += left * a;
        g[B] -= left * b;
        double[] h = sum.hessian;
        h[0] += both * ur * ur;
        h[4] += left * slope + both * ualpha * ur;
        h[5] += both * ualpha * ualpha
                - left * exponent * (inverses[age] * inverses[age] - inverses[last] * inverses[last]);
        h[8] += both * a * ur;
        h[9] += both * a * ualpha;
        h[10] += (both - left) * a * a;
        h[12] -= both * b * ur;
        h[13] -= both * b * ualpha;
        h[14] -= both * b * a;
        h[15] += (both + left) * b * b;
    }

    /** log Γ(r + x)/Γ(r) + log Γ(b + x)/Γ(b) − log Γ(a + b + x)/Γ(a + b). */
    private void addCounts(double[] point, Derivatives sum) {
        double[] h = sum.hessian;
        for (int k = 0; k < groups.above.length; k++) {
            double weight = groups.above[k];
            double r = 1 / (point[R] + k);
            double b = 1 / (point[B] + k);
            double ab = 1 / (point[A] + point[B] + k);
            sum.value -= weight * Math.log(r * b / ab);
            sum.gradient[R] += weight * r;
            sum.gradient[A] -= weight * ab;
            sum.gradient[B] += weight * (b - ab);
            h[0] -= weight * r * r;
            h[10] += weight * ab * ab;
            h[14] += weight * ab * ab;
            h[15] += weight * (ab * ab - b * b);
        }
    }
}

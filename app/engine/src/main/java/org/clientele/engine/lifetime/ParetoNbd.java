package org.clientele.engine.lifetime;

import java.util.List;
import org.clientele.engine.numeric.Gammas;
import org.clientele.engine.numeric.GaussLegendre;

/**
 * The Pareto/NBD model: while active a customer buys at random with a rate of his own (gamma over customers), and leaves at random with a rate
 * of his own (gamma over customers), at any time.
 *
 * <p>Source: Schmittlein, Morrison, Colombo (1987), Counting Your Customers, Management Science 33(1) 1–24; Fader and Hardie (2005), A Note on
 * Deriving the Pareto/NBD Model. The hypergeometric functions of the likelihood are an integral over the time of leaving, which is taken as
 * such: all its terms are positive, so nothing cancels; see {@link LeavingTimes}.
 *
 * @param r shape of the buying rates
 * @param alpha their scale, weeks
 * @param s shape of the leaving rates
 * @param beta their scale, weeks
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements PurchaseModel {
    private static final List<String> NAMES = List.of("r", "alpha", "s", "beta");
    private static final int NODES = 64;

    @Override
    public List<String> names() {
        return NAMES;
    }

    @Override
    public double[] parameters() {
        return new double[] {r, alpha, s, beta};
    }

    @Override
    public ParetoNbd with(double[] parameters) {
        return new ParetoNbd(parameters[0], parameters[1], parameters[2], parameters[3]);
    }

    @Override
    public double logLikelihood(int repeats, double last, double age) {
        double counts = Gammas.log(r + repeats) - Gammas.log(r) + r * Math.log(alpha) + s * Math.log(beta);
        return counts + logActive(repeats, age) + Logs.onePlusExp(logLeft(repeats, last, age));
    }

    private double logActive(int repeats, double age) {
        return -(r + repeats) * Math.log(alpha + age) - s * Math.log(beta + age);
    }

    /** The logarithm of how many times likelier it is to have left than to be active. */
    private double logLeft(int repeats, double last, double age) {
        if (last >= age) {
            return Double.NEGATIVE_INFINITY;
        }
        LeavingTimes times = new LeavingTimes(this, repeats, last, age);
        double active = logActive(repeats, age);
        double most = times.logTerm(0);
        double sum = 0;
        for (int i = 0; i < times.size(); i++) {
            sum += Math.exp(times.logTerm(i) - most);
        }
        return most + Math.log(sum) - active;
    }

    @Override
    public double alive(int repeats, double last, double age) {
        return Math.exp(-Logs.onePlusExp(logLeft(repeats, last, age)));
    }

    @Override
    public double expected(double weeks) {
        return active(0, 0, weeks);
    }

    @Override
    public double expected(int repeats, double last, double age, double weeks) {
        return active(repeats, age, weeks) * alive(repeats, last, age);
    }

    private double active(int repeats, double age, double weeks) {
        double log = -Math.log1p(weeks / (beta + age));
        double power = (s - 1) * log;
        double stays = Math.abs(power) < 1e-12 ? -log : -Math.expm1(power) / (s - 1);
        return (r + repeats) * (beta + age) / (alpha + age) * stays;
    }

    /** By the time of leaving: while it lies within the weeks, the purchases up to then, else those up to the end. */
    @Override
    public double[] distribution(double weeks, int length) {
        double[] probabilities = new double[length];
        addPurchases(probabilities, weeks, Math.exp(-s * Math.log1p(weeks / beta)));
        double least = Math.min(alpha, beta);
        double end = Math.log1p(weeks / least);
        GaussLegendre rule = GaussLegendre.of(NODES);
        for (int i = 0; i < rule.size(); i++) {
            double at = least * Math.expm1(end * rule.node(i));
            double density = s / beta * Math.exp(-(s + 1) * Math.log1p(at / beta));
            addPurchases(probabilities, at, density * rule.weight(i) * end * (least + at));
        }
        return probabilities;
    }

    private void addPurchases(double[] probabilities, double weeks, double weight) {
        double probability = weight * Math.exp(-r * Math.log1p(weeks / alpha));
        double buy = weeks / (alpha + weeks);
        for (int n = 0; n < probabilities.length; n++) {
            probabilities[n] += probability;
            probability *= buy * (r + n) / (n + 1);
        }
    }

    @Override
    public ParetoNbd after(int repeats, double age) {
        return new ParetoNbd(r + repeats, alpha + age, s, beta + age);
    }
}

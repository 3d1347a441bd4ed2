package org.clientele.engine.lifetime;

import java.util.List;
import org.clientele.engine.numeric.Gammas;

/**
 * The beta-geometric/NBD model: while active a customer buys at random with a rate of his own (gamma over customers), and after each repeat
 * purchase leaves with a probability of his own (beta over customers).
 *
 * <p>Source: Fader, Hardie, Lee (2005), "Counting Your Customers" the Easy Way, Marketing Science 24(2) 275–284. The hypergeometric
 * function of its equations 9 and 10 is taken through Euler's transformation, which makes its series short and keeps a = 1 and a + b ≤ 1 whole.
 *
 * @param r shape of the buying rates
 * @param alpha their scale, weeks
 * @param a first parameter of the leaving probabilities
 * @param b second one
 */
public record BgNbd(double r, double alpha, double a, double b) implements PurchaseModel {
    private static final List<String> NAMES = List.of("r", "alpha", "a", "b");
    private static final int MOST_TERMS = 200_000;

    @Override
    public List<String> names() {
        return NAMES;
    }

    @Override
    public double[] parameters() {
        return new double[] {r, alpha, a, b};
    }

    @Override
    public BgNbd with(double[] parameters) {
        return new BgNbd(parameters[0], parameters[1], parameters[2], parameters[3]);
    }

    @Override
    public double logLikelihood(int repeats, double last, double age) {
        double counts = Gammas.log(r + repeats) - Gammas.log(r) + Gammas.logBeta(a, b + repeats) - Gammas.logBeta(a, b);
        double times = r * Math.log(alpha) - (r + repeats) * Math.log(alpha + age);
        return counts + times + (repeats == 0 ? 0 : Logs.onePlusExp(logLeft(repeats, last, age)));
    }

    /** The logarithm of how many times likelier it is to have left than to be active. */
    private double logLeft(int repeats, double last, double age) {
        return Math.log(a / (b + repeats - 1)) + (r + repeats) * Math.log((alpha + age) / (alpha + last));
    }

    @Override
    public double alive(int repeats, double last, double age) {
        return repeats == 0 ? 1 : Math.exp(-Logs.onePlusExp(logLeft(repeats, last, age)));
    }

    @Override
    public double expected(double weeks) {
        return active(0, 0, weeks);
    }

    @Override
    public double expected(int repeats, double last, double age, double weeks) {
        return active(repeats, age, weeks) * alive(repeats, last, age);
    }

    /**
     * Purchases of one who is active. With e = a − 1, c = a + b + x − 1, z = t / (α + T + t): c/e · (1 − (1 − z)^e · ₂F₁(e, a + b − 1 − r; c; z)),
     * the series multiplied by c and divided by e term by term.
     */
    private double active(int repeats, double age, double weeks) {
        if (weeks <= 0) {
            return 0;
        }
        double e = a - 1;
        double c = a + b + repeats - 1;
        double z = weeks / (alpha + age + weeks);
        double log = Math.log1p(-z);
        double power = Math.abs(e * log) < 1e-12 ? log : Math.expm1(e * log) / e;
        return -(c * power + Math.exp(e * log) * series(e, a + b - 1 - r, c, z));
    }

    private static double series(double e, double second, double c, double z) {
        double term = second * z;
        double sum = term;
        for (int n = 1; n < MOST_TERMS; n++) {
            term *= z * (e + n) * (second + n) / ((c + n) * (n + 1));
            sum += term;
            if (Math.abs(term) <= 1e-15 * (1 - z) * Math.abs(sum)) {
                break;
            }
        }
        return sum;
    }

    @Override
    public double[] distribution(double weeks, int length) {
        double[] probabilities = new double[length];
        double logStay = -Math.log1p(weeks / alpha);
        double logBuy = Math.log(weeks / (alpha + weeks));
        double below = 0;
        for (int n = 0; n < length; n++) {
            double count = Math.exp(
                    Gammas.log(r + n) - Gammas.log(r) - Gammas.log(n + 1) + r * logStay + (n == 0 ? 0 : n * logBuy));
            double stays = Math.exp(Gammas.logBeta(a, b + n) - Gammas.logBeta(a, b));
            double left = n == 0
                    ? 0
                    : Math.exp(Gammas.logBeta(a + 1, b + n - 1) - Gammas.logBeta(a, b)) * Math.max(0, 1 - below);
            probabilities[n] = stays * count + left;
            below += count;
        }
        return probabilities;
    }

    @Override
    public BgNbd after(int repeats, double age) {
        return new BgNbd(r + repeats, alpha + age, a, b + repeats);
    }
}

package org.clientele.engine.lifetime;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.clientele.engine.lifetime.Fitting.Fitted;

/**
 * How well values are known. What is spent is a sum of as many amounts as there will be purchases: of n of them the distribution is a beta prime, and
 * n has the model's distribution for a customer with that history. Both are exact; that a sum is discounted is taken into account by its mean.
 */
final class ValueRanges {
    private static final double STEP = 1e-4;
    private static final double NEGLIGIBLE = 1e-7;
    private static final int MOST_PURCHASES = 1 << 14;

    private final PurchaseHistories histories;
    private final Fitted<PurchaseModel> purchases;
    private final Fitted<GammaGamma> values;
    private final Horizon horizon;
    private final DiscountedPurchases ahead;

    ValueRanges(
            PurchaseHistories histories, Fitted<PurchaseModel> purchases, Fitted<GammaGamma> values, Horizon horizon) {
        this.histories = histories;
        this.purchases = purchases;
        this.values = values;
        this.horizon = horizon;
        ahead = new DiscountedPurchases(horizon);
    }

    ValueRange of(int customer, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("A level between 0 and 1 is needed, such as 0.8, found " + level);
        }
        double expected = count(customer, purchases.model());
        double average = average(customer, values.model());
        double value = expected * average;
        double error = Math.hypot(
                average
                        * error(
                                purchases.covariance(),
                                purchases.model().parameters(),
                                at -> count(customer, purchases.model().with(at))),
                expected
                        * error(
                                values.covariance(),
                                values.model().parameters(),
                                at -> average(customer, values.model().with(at))));
        double[] counts = counts(customer);
        double undiscounted = undiscounted(customer);
        double discount = undiscounted > 0 ? expected / undiscounted : 1;
        double tail = (1 - level) / 2;
        return new ValueRange(
                value,
                error,
                discount * sum(customer, counts, tail, value),
                discount * sum(customer, counts, 1 - tail, value),
                count(counts, tail),
                count(counts, 1 - tail));
    }

    private double count(int customer, PurchaseModel model) {
        return alive(customer, model) * ahead.of(after(customer, model));
    }

    private double undiscounted(int customer) {
        return alive(customer, purchases.model())
                * after(customer, purchases.model()).expected(horizon.weeks());
    }

    private double alive(int customer, PurchaseModel model) {
        return model.alive(histories.repeats(customer), histories.last(customer), histories.age(customer));
    }

    private PurchaseModel after(int customer, PurchaseModel model) {
        return model.after(histories.repeats(customer), histories.age(customer));
    }

    private double average(int customer, GammaGamma model) {
        return model.expected(histories.valued(customer), histories.mean(customer));
    }

    /** To first order, from the covariance of the parameters' logarithms. */
    private static double error(double[] covariance, double[] parameters, ToDoubleFunction<double[]> figure) {
        int size = parameters.length;
        double[] slopes = new double[size];
        for (int i = 0; i < size; i++) {
            double[] at = parameters.clone();
            at[i] = parameters[i] * Math.exp(STEP);
            double above = figure.applyAsDouble(at);
            at[i] = parameters[i] * Math.exp(-STEP);
            slopes[i] = (above - figure.applyAsDouble(at)) / (2 * STEP);
        }
        double variance = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                variance += slopes[i] * slopes[j] * covariance[i * size + j];
            }
        }
        return Math.sqrt(Math.max(0, variance));
    }

    /** How likely the customer makes no, one, two … purchases within the horizon. */
    private double[] counts(int customer) {
        double alive = alive(customer, purchases.model());
        PurchaseModel after = after(customer, purchases.model());
        double[] counts = new double[0];
        double total = 0;
        for (int length = 32; length <= MOST_PURCHASES && total < 1 - NEGLIGIBLE; length *= 2) {
            counts = after.distribution(horizon.weeks(), length);
            total = Arrays.stream(counts).sum();
        }
        for (int n = 0; n < counts.length; n++) {
            counts[n] = alive * counts[n] + (n == 0 ? 1 - alive : 0);
        }
        return counts;
    }

    private static int count(double[] counts, double probability) {
        double below = counts[0];
        int n = 0;
        while (below < probability && n < counts.length - 1) {
            below += counts[++n];
        }
        return n;
    }

    /** The sum that is not exceeded with a probability. */
    private double sum(int customer, double[] counts, double probability, double scale) {
        if (probability <= counts[0]) {
            return 0;
        }
        double low = 0;
        double high = Math.max(scale, 1e-9);
        while (atMost(customer, counts, high) < probability && high < Double.MAX_VALUE / 4) {
            low = high;
            high *= 2;
        }
        while (high - low > 1e-6 * high) {
            double middle = (low + high) / 2;
            if (atMost(customer, counts, middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private double atMost(int customer, double[] counts, double sum) {
        double probability = counts[0];
        for (int n = 1; n < counts.length; n++) {
            if (counts[n] > 1e-12) {
                probability +=
                        counts[n] * values.model().atMost(histories.valued(customer), histories.mean(customer), n, sum);
            }
        }
        return probability;
    }
}

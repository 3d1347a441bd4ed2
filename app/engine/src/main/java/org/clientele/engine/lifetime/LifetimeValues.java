package org.clientele.engine.lifetime;

import java.util.Arrays;
import org.clientele.engine.lifetime.Fitting.Fitted;
import org.clientele.engine.numeric.Blocks;

/**
 * What each customer is expected to buy and to be worth over a horizon: purchases by a {@link PurchaseModel}, the value of each by a
 * {@link GammaGamma}, later ones discounted continuously. Repeat purchases only: what acquiring a customer cost and what was spent before count
 * nothing. Immutable; safe to share between threads; 32 bytes a customer.
 *
 * <p>Rows are those of the histories; one that is not known as a customer has NaN everywhere. Who has no repeat purchase of value gets the mean of
 * all customers.
 */
public final class LifetimeValues {
    private static final int WORTH = 256;

    private final PurchaseHistories histories;
    private final Fitted<PurchaseModel> purchases;
    private final Fitted<GammaGamma> values;
    private final Horizon horizon;
    private final double[] alive;
    private final double[] expected;
    private final double[] discounted;

    private LifetimeValues(
            PurchaseHistories histories, Fitted<PurchaseModel> purchases, Fitted<GammaGamma> values, Horizon horizon) {
        this.histories = histories;
        this.purchases = purchases;
        this.values = values;
        this.horizon = horizon;
        alive = filled(histories.size());
        expected = filled(histories.size());
        discounted = filled(histories.size());
    }

    private static double[] filled(int size) {
        double[] column = new double[size];
        Arrays.fill(column, Double.NaN);
        return column;
    }

    /** Looks ahead for all customers; equal histories are computed once. Uses all processors. */
    public static LifetimeValues of(
            PurchaseHistories histories, Fitted<PurchaseModel> purchases, Fitted<GammaGamma> values, Horizon horizon) {
        LifetimeValues result = new LifetimeValues(histories, purchases, values, horizon);
        result.compute();
        return result;
    }

    private void compute() {
        HistoryGroups groups = histories.groups();
        double[][] byGroup = new double[3][groups.size];
        DiscountedPurchases ahead = new DiscountedPurchases(horizon);
        Blocks.run(groups.size, WORTH, (from, to) -> {
            for (int group = from; group < to; group++) {
                int repeats = groups.repeats[group];
                double age = groups.ages[group] / PurchaseHistories.WEEK;
                byGroup[0][group] = purchases.model().alive(repeats, groups.last[group] / PurchaseHistories.WEEK, age);
                PurchaseModel after = purchases.model().after(repeats, age);
                byGroup[1][group] = byGroup[0][group] * after.expected(horizon.weeks());
                byGroup[2][group] = byGroup[0][group] * ahead.of(after);
            }
        });
        Blocks.run(histories.size(), WORTH, (from, to) -> {
            for (int customer = from; customer < to; customer++) {
                if (histories.known(customer)) {
                    int group = histories.group(groups, customer);
                    alive[customer] = byGroup[0][group];
                    expected[customer] = byGroup[1][group];
                    discounted[customer] = byGroup[2][group];
                }
            }
        });
    }

    /** The probability, 0–1, that the customer still buys. */
    public double alive(int customer) {
        return alive[customer];
    }

    /** Purchases expected within the horizon. */
    public double purchases(int customer) {
        return expected[customer];
    }

    /** What a purchase of this customer is expected to come to, money in major units. */
    public double average(int customer) {
        return histories.known(customer)
                ? values.model().expected(histories.valued(customer), histories.mean(customer))
                : Double.NaN;
    }

    /** What the customer is worth: expected purchases times what each is expected to come to, discounted; money in major units. */
    public double value(int customer) {
        return discounted[customer] * average(customer);
    }

    /**
     * The same with what is not known about it. Computed on each call, in some milliseconds.
     *
     * @param level how likely what the customer really spends lies between low and high, for instance 0.8; between 0 and 1
     */
    public ValueRange range(int customer, double level) {
        return histories.known(customer)
                ? new ValueRanges(histories, purchases, values, horizon).of(customer, level)
                : ValueRange.UNKNOWN;
    }
}

package org.clientele.engine.lifetime;

import java.util.function.Function;
import org.clientele.engine.lifetime.Fitting.Refusal;
import org.clientele.engine.numeric.Derivatives;
import org.clientele.engine.numeric.Maximiser;

/**
 * Fits {@link BgNbd} and {@link ParetoNbd} to purchase histories by maximum likelihood, with exact first and second derivatives. Customers with
 * equal histories are taken together. Neither the order of rows nor the number of processors changes the result. Stateless.
 */
public final class PurchaseFit {
    /** Fewer customers are refused. */
    public static final int FEWEST_CUSTOMERS = 50;

    /** Fewer customers who bought again are refused. */
    public static final int FEWEST_REPEATING = 20;

    private PurchaseFit() {}

    /** Fits a BG/NBD model, or says why not; uses all processors. */
    public static Fitting<PurchaseModel> bgNbd(PurchaseHistories histories) {
        HistoryGroups groups = histories.groups();
        double[] start = {1, groups.sumOfAges / Math.max(1, groups.sumOfRepeats), 1, 3};
        return fit(histories, groups, new BgNbd(1, 1, 1, 1), start, new BgNbdLikelihood(groups)::at);
    }

    /** Fits a Pareto/NBD model, or says why not; uses all processors. */
    public static Fitting<PurchaseModel> paretoNbd(PurchaseHistories histories) {
        HistoryGroups groups = histories.groups();
        double age = groups.sumOfAges / Math.max(1, groups.customers);
        double[] start = {1, groups.sumOfAges / Math.max(1, groups.sumOfRepeats), 1, age};
        return fit(histories, groups, new ParetoNbd(1, 1, 1, 1), start, new ParetoNbdLikelihood(groups)::at);
    }

    private static Fitting<PurchaseModel> fit(
            PurchaseHistories histories,
            HistoryGroups groups,
            PurchaseModel model,
            double[] start,
            Function<double[], Derivatives> likelihood) {
        if (groups.customers < FEWEST_CUSTOMERS) {
            return new Fitting.Refused<>(Refusal.TOO_FEW_CUSTOMERS, groups.customers, FEWEST_CUSTOMERS);
        }
        if (groups.repeating < FEWEST_REPEATING) {
            return new Fitting.Refused<>(Refusal.TOO_FEW_REPEATING, groups.repeating, FEWEST_REPEATING);
        }
        if (groups.size == 1) {
            return new Fitting.Refused<>(Refusal.NO_SPREAD, 1, 2);
        }
        Maximiser.Maximum maximum = Maximiser.climb(likelihood, start);
        if (!maximum.found()) {
            return new Fitting.Refused<>(Refusal.NO_MAXIMUM, 0, 1);
        }
        return new Fitting.Fitted<>(
                model.with(maximum.at()),
                maximum.value(),
                Fitting.Estimate.all(model.names(), maximum.at(), maximum.covariance()),
                maximum.covariance(),
                groups.customers,
                histories.size() - groups.customers,
                Double.NaN);
    }
}

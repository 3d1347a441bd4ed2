package org.clientele.engine.lifetime;

import java.util.List;

/**
 * What came of fitting a model by maximum likelihood.
 *
 * @param <M> the model
 */
public sealed interface Fitting<M> {
    /**
     * A maximum was found.
     *
     * @param model with the likeliest parameters
     * @param logLikelihood there, without terms that no parameter touches, as the papers give it
     * @param estimates each parameter with its error, in the model's order
     * @param covariance of the parameters' logarithms, row by row
     * @param customers how many were fitted to
     * @param leftOut how many could not be used: not customers yet, or, for values, without a repeat purchase above 0
     * @param correlation for values: of number and mean of repeat purchases (Pearson), which the model takes for 0; else NaN
     */
    record Fitted<M>(
            M model,
            double logLikelihood,
            List<Estimate> estimates,
            double[] covariance,
            int customers,
            int leftOut,
            double correlation)
            implements Fitting<M> {
        public Fitted {
            estimates = List.copyOf(estimates);
        }
    }

    /**
     * The histories do not allow it.
     *
     * @param why the reason
     * @param found how many there are of what is lacking
     * @param needed how many there should be
     */
    record Refused<M>(Refusal why, int found, int needed) implements Fitting<M> {}

    /** Why nothing is fitted. */
    enum Refusal {
        /** Fewer customers than {@value PurchaseFit#FEWEST_CUSTOMERS}. */
        TOO_FEW_CUSTOMERS,
        /** Fewer customers who bought again than {@value PurchaseFit#FEWEST_REPEATING}. */
        TOO_FEW_REPEATING,
        /** All customers have the same history, or spend the same: nothing can be told of how they differ. */
        NO_SPREAD,
        /** The likelihood grows without end or is flat: the histories are not such as the model supposes, for instance nobody ever leaves. */
        NO_MAXIMUM,
        /** Values are so uneven that they have no mean: q is not above 1. */
        NO_MEAN
    }

    /**
     * A parameter.
     *
     * @param name as in the papers
     * @param value the likeliest
     * @param standardError from the curvature of the likelihood
     * @param low lower end of its 95 % interval, found by logarithms, so above 0
     * @param high upper end
     */
    record Estimate(String name, double value, double standardError, double low, double high) {
        private static final double NORMAL_95 = 1.959963984540054;

        static Estimate of(String name, double value, double errorOfLog) {
            double factor = Math.exp(NORMAL_95 * errorOfLog);
            return new Estimate(name, value, value * errorOfLog, value / factor, value * factor);
        }

        static List<Estimate> all(List<String> names, double[] values, double[] covariance) {
            int size = values.length;
            return java.util.stream.IntStream.range(0, size)
                    .mapToObj(i -> of(names.get(i), values[i], Math.sqrt(covariance[i * size + i])))
                    .toList();
        }
    }
}

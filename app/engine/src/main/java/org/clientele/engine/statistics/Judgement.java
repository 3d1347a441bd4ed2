package org.clientele.engine.statistics;

import java.util.List;

/**
 * How well an outcome is told apart, by cross-validation in five parts: each row is given a probability by what was learnt from the other
 * four parts alone, their scaling and the strength of the penalty included.
 *
 * @param rows number of rows
 * @param holding number of rows for which the outcome holds
 * @param aucs area under the ROC curve in each part, 0.5 is chance and 1 perfect
 * @param logLoss mean of −log of the probability given to what came; the share of the outcome alone would give {@code baseLogLoss}
 * @param baseLogLoss the same when every row is given the share of the outcome
 * @param calibration tenths of the rows by probability, lowest first; a tenth without rows, because equal values share one, is left out
 * @param gains what the rows with the highest probability catch, a tenth more in each
 */
public record Judgement(
        int rows,
        int holding,
        List<Double> aucs,
        double logLoss,
        double baseLogLoss,
        List<Tenth> calibration,
        List<Gain> gains) {
    public Judgement {
        aucs = List.copyOf(aucs);
        calibration = List.copyOf(calibration);
        gains = List.copyOf(gains);
    }

    /** Mean area under the ROC curve. */
    public double auc() {
        return aucs.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /** The share of rows for which the outcome holds. */
    public double share() {
        return (double) holding / rows;
    }

    /**
     * Rows of like probability.
     *
     * @param predicted their mean probability
     * @param observed the share of them for which the outcome holds
     */
    public record Tenth(int rows, double predicted, double observed) {}

    /**
     * The rows with the highest probability.
     *
     * @param rows how many
     * @param share of all rows, about 0.1, 0.2 …
     * @param holding for how many of them the outcome holds
     * @param caught share of all rows for which the outcome holds
     * @param lift how many times more often the outcome holds among them than among all
     */
    public record Gain(int rows, double share, int holding, double caught, double lift) {}
}

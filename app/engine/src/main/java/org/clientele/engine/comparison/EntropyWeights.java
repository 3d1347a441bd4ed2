package org.clientele.engine.comparison;

import java.util.Arrays;
import java.util.List;
import org.clientele.engine.statistics.Feature;

/**
 * Weights that data give themselves: a criterion weighs the more, the less evenly it is spread over customers, for one that is nearly the same
 * everywhere tells nobody apart. Usual for the improved RFM, where recency counts the wrong way round.
 *
 * <p>Each criterion is brought to 0–1 between its least and greatest value; with p the share of a row in the sum of its column, n rows, the entropy is
 * −Σ p ln p / ln n, and the weight is 1 less the entropy, in proportion. Rows with a criterion that is missing (NaN or infinite) are left out. The
 * weights depend on outliers, and say what distinguishes customers and not what matters.
 *
 * <p>Source: Shannon (1948), A Mathematical Theory of Communication; Hwang and Yoon (1981), Multiple Attribute Decision Making, 52–58. Stateless.
 */
public final class EntropyWeights {
    /** Fewer rows are refused. */
    public static final int FEWEST_ROWS = 10;

    private EntropyWeights() {}

    /**
     * A criterion.
     *
     * @param amount its values
     * @param lessIsBetter whether small values are the good ones, as with days since the last purchase
     */
    public record Criterion(Feature.Amount amount, boolean lessIsBetter) {}

    /** What came of it. */
    public sealed interface Result {}

    /**
     * Weights were found.
     *
     * @param weights in the order of the criteria; at least 0, their sum is 1; 0 for one that is the same everywhere
     * @param entropies of the criteria, 0 for all in one row to 1 for spread evenly
     * @param rows how many were used
     */
    public record Weights(List<Double> weights, List<Double> entropies, int rows) implements Result {
        public Weights {
            weights = List.copyOf(weights);
            entropies = List.copyOf(entropies);
        }
    }

    /**
     * No weights can be found.
     *
     * @param why the reason
     * @param found how many there are of what is lacking
     * @param needed how many there should be
     */
    public record Refused(Refusal why, int found, int needed) implements Result {}

    /** Why there are no weights. */
    public enum Refusal {
        /** Fewer rows without missing values than {@value EntropyWeights#FEWEST_ROWS}. */
        TOO_FEW_ROWS,
        /** No criterion differs from row to row. */
        SAME_EVERYWHERE
    }

    /** Finds weights. @param criteria at least one @param rows the customers to look at */
    public static Result of(List<Criterion> criteria, int[] rows) {
        int[] used = Arrays.stream(rows)
                .filter(row -> criteria.stream()
                        .allMatch(c -> Double.isFinite(c.amount().amounts().at(row))))
                .toArray();
        if (used.length < FEWEST_ROWS) {
            return new Refused(Refusal.TOO_FEW_ROWS, used.length, FEWEST_ROWS);
        }
        double[] entropies =
                criteria.stream().mapToDouble(c -> entropy(c, used)).toArray();
        double spread = Arrays.stream(entropies).map(e -> 1 - e).sum();
        if (!(spread > 0)) {
            return new Refused(Refusal.SAME_EVERYWHERE, 0, 1);
        }
        return new Weights(
                Arrays.stream(entropies).mapToObj(e -> (1 - e) / spread).toList(),
                Arrays.stream(entropies).boxed().toList(),
                used.length);
    }

    /** With s the sum of all v: −Σ v/s ln(v/s) = ln s − Σ v ln v / s. */
    private static double entropy(Criterion criterion, int[] rows) {
        Feature.Amounts amounts = criterion.amount().amounts();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int row : rows) {
            least = Math.min(least, amounts.at(row));
            most = Math.max(most, amounts.at(row));
        }
        double range = most - least;
        if (!(range > 0) || range == Double.POSITIVE_INFINITY) {
            return 1;
        }
        double sum = 0;
        double logs = 0;
        for (int row : rows) {
            double value = (criterion.lessIsBetter() ? most - amounts.at(row) : amounts.at(row) - least) / range;
            sum += value;
            logs += value > 0 ? value * Math.log(value) : 0;
        }
        return Math.clamp((Math.log(sum) - logs / sum) / Math.log(rows.length), 0, 1);
    }
}

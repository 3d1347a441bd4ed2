package org.clientele.engine.statistics;

import java.util.Arrays;

/** Area under the ROC curve. Stateless. */
public final class Auc {
    private Auc() {}

    /**
     * The probability that a row with the outcome scores higher than one without, a tie counting one half (Mann–Whitney); 0.5 is
     * chance, 1 is perfect. NaN when there is no row of one of the two kinds.
     *
     * @param scores none NaN
     * @param outcomes whether the outcome holds, by row
     */
    public static double of(double[] scores, boolean[] outcomes) {
        double[] holding = sorted(scores, outcomes, true);
        double[] failing = sorted(scores, outcomes, false);
        double wins = 0;
        int below = 0;
        int upTo = 0;
        for (double score : holding) {
            while (below < failing.length && failing[below] < score) {
                below++;
            }
            while (upTo < failing.length && failing[upTo] <= score) {
                upTo++;
            }
            wins += below + (upTo - below) / 2.0;
        }
        return holding.length == 0 || failing.length == 0
                ? Double.NaN
                : wins / ((double) holding.length * failing.length);
    }

    private static double[] sorted(double[] scores, boolean[] outcomes, boolean wanted) {
        double[] chosen = new double[scores.length];
        int count = 0;
        for (int row = 0; row < scores.length; row++) {
            if (outcomes[row] == wanted) {
                chosen[count++] = scores[row];
            }
        }
        double[] sorted = Arrays.copyOf(chosen, count);
        Arrays.sort(sorted);
        return sorted;
    }
}

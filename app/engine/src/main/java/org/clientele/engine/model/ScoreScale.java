package org.clientele.engine.model;

import java.util.Arrays;
import java.util.List;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.NumberColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Check;
import org.clientele.engine.condition.Gap;
import org.clientele.engine.condition.Operator;
import org.clientele.engine.condition.Truth;
import org.clientele.engine.numeric.Blocks;
import org.jspecify.annotations.Nullable;

/**
 * Scores one metric from 1 to 5 by four ascending cut points: 1 + the number of cut points strictly below the value, or, where less
 * is better, 5 − that number. Equal values share a score.
 */
final class ScoreScale {
    static final int SCORES = 5;
    private static final int CUTS = SCORES - 1;

    private final String metric;
    private final MeasureColumn column;
    private final boolean lessIsBetter;
    private final long[] cuts;

    private ScoreScale(String metric, MeasureColumn column, boolean lessIsBetter, long[] cuts) {
        this.metric = metric;
        this.column = column;
        this.lessIsBetter = lessIsBetter;
        this.cuts = cuts;
    }

    static ScoreScale of(
            String metric,
            MeasureColumn column,
            boolean lessIsBetter,
            List<Double> fixedCuts,
            int[] customers,
            Evaluations shared) {
        if (fixedCuts.isEmpty()) {
            return new ScoreScale(metric, column, lessIsBetter, percentiles(column, customers, shared));
        }
        if (fixedCuts.size() != CUTS) {
            throw new IllegalArgumentException(
                    "RFM needs %d cut points for %s or none, found %s".formatted(CUTS, metric, fixedCuts));
        }
        long[] cuts = fixedCuts.stream().mapToLong(column::floorOrder).toArray();
        for (int i = 1; i < CUTS; i++) {
            if (cuts[i] < cuts[i - 1]) {
                throw new IllegalArgumentException(
                        "Cut points for %s must ascend, found %s".formatted(metric, fixedCuts));
            }
        }
        return new ScoreScale(metric, column, lessIsBetter, cuts);
    }

    private static long[] percentiles(MeasureColumn column, int[] customers, Evaluations shared) {
        if (customers.length == 0) {
            return new long[0];
        }
        long[] sorted = shared.sorted(column, customers);
        long[] cuts = new long[CUTS];
        for (int k = 1; k < SCORES; k++) {
            cuts[k - 1] = Ranking.quantile(sorted, k, SCORES);
        }
        return cuts;
    }

    /** The same cut points over a column of the same kind. */
    ScoreScale over(MeasureColumn other) {
        return new ScoreScale(metric, other, lessIsBetter, cuts);
    }

    MeasureColumn column() {
        return column;
    }

    /** What decides the scores: two scales of equal keys give every customer the same score. */
    Key key() {
        return new Key(metric, lessIsBetter, Arrays.stream(cuts).boxed().toList());
    }

    record Key(String metric, boolean lessIsBetter, List<Long> cuts) {}

    /** The scores of customers, by customer; 0 for the others. */
    byte[] scores(int[] customers, int size) {
        byte[] scores = new byte[size];
        Blocks.run(customers.length, Evaluations.WORTH, (from, to) -> {
            long[] keys = new long[Ranking.CHUNK];
            for (int chunk = from; chunk < to; chunk += Ranking.CHUNK) {
                int end = Math.min(to, chunk + Ranking.CHUNK);
                Ranking.orders(column, customers, chunk, end, keys);
                score(keys, customers, chunk, end, scores);
            }
        });
        return scores;
    }

    /** {@link #scoreOf} written out, since it is asked for every customer. */
    private void score(long[] keys, int[] customers, int from, int to, byte[] scores) {
        long first = cuts[0];
        long second = cuts[1];
        long third = cuts[2];
        long fourth = cuts[3];
        int base = lessIsBetter ? SCORES : 1;
        int step = lessIsBetter ? -1 : 1;
        for (int i = from; i < to; i++) {
            long key = keys[i - from];
            int below = (first < key ? 1 : 0) + (second < key ? 1 : 0) + (third < key ? 1 : 0) + (fourth < key ? 1 : 0);
            scores[customers[i]] = (byte) (base + step * below);
        }
    }

    int score(int customer) {
        return scoreOf(column.order(customer));
    }

    /** The score of the value that has this order key. */
    int scoreOf(long order) {
        int below = 0;
        for (long cut : cuts) {
            if (cut < order) {
                below++;
            }
        }
        return lessIsBetter ? SCORES - below : 1 + below;
    }

    List<Value> cutPoints() {
        return Arrays.stream(cuts).mapToObj(column::fromOrder).toList();
    }

    /** The comparison with the nearest cut point that the score stands for. */
    Check check(int customer) {
        int score = score(customer);
        boolean lowest = score == 1;
        boolean above = lessIsBetter == lowest;
        int cut = lessIsBetter ? Math.min(SCORES - score, CUTS - 1) : Math.max(score - 2, 0);
        return new Check(
                metric,
                column.value(customer),
                above ? Operator.MORE : Operator.AT_MOST,
                List.of(column.fromOrder(cuts[cut])),
                null,
                Truth.HOLDS,
                score);
    }

    /** What is lacking for exactly this score, which is above the customer's; null when no value has it. */
    @Nullable
    Gap gap(int customer, int score) {
        long target = lessIsBetter ? cuts[SCORES - score] : cuts[score - 2] + 1;
        if (scoreOf(target) != score) {
            return null;
        }
        long actual = column.order(customer);
        if (column instanceof NumberColumn && !lessIsBetter) {
            long cut = cuts[score - 2];
            return new Gap(metric, Operator.MORE, column.fromOrder(cut), column.difference(actual, cut));
        }
        Operator operator = lessIsBetter ? Operator.AT_MOST : Operator.AT_LEAST;
        return new Gap(metric, operator, column.fromOrder(target), column.difference(actual, target));
    }
}

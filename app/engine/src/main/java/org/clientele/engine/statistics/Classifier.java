package org.clientele.engine.statistics;

import java.util.stream.IntStream;
import org.clientele.engine.statistics.Learning.Refusal;

/**
 * Learns how likely an outcome is, by logistic regression with an L2 penalty, and judges what was learnt on rows it has not seen.
 *
 * <p>Amounts are standardised over the rows that are learnt from; choices count one for each level; what is missing, or infinite, counts as
 * a level of its own. So neither the scale of a column nor the order of rows changes the result by more than rounding. The strength of the
 * penalty is chosen by cross-validation, for judging without the rows judged.
 *
 * <p>A million rows with twenty features take 4–7 seconds on two processors; see {@code docs/benchmarks.md}. Stateless.
 */
public final class Classifier {
    /** Fewer rows are refused. */
    public static final int FEWEST_ROWS = 100;

    /** Fewer rows with the outcome, or without it, are refused. */
    public static final int FEWEST_OF_A_KIND = 20;

    private Classifier() {}

    /** Learns from the rows, or says why not; uses all processors. */
    public static Learning learn(TrainingRows rows) {
        int rarer = Math.min(rows.holding(), rows.size() - rows.holding());
        if (rows.size() < FEWEST_ROWS) {
            return new Learning.Refused(Refusal.TOO_FEW_ROWS, rows.size(), FEWEST_ROWS);
        }
        if (rarer == 0) {
            return new Learning.Refused(Refusal.SAME_OUTCOME, rows.holding(), FEWEST_OF_A_KIND);
        }
        if (rarer < FEWEST_OF_A_KIND) {
            return new Learning.Refused(Refusal.TOO_RARE, rarer, FEWEST_OF_A_KIND);
        }
        return differs(rows) ? learnt(rows) : new Learning.Refused(Refusal.SAME_FEATURES, 0, 1);
    }

    /** Whether any feature differs from row to row. */
    private static boolean differs(TrainingRows rows) {
        for (int row = 1; row < rows.size(); row++) {
            for (int i = 0; i < rows.amountCount(); i++) {
                if (Double.compare(rows.amount(row, i), rows.amount(0, i)) != 0) {
                    return true;
                }
            }
            for (int i = 0; i < rows.choiceCount(); i++) {
                if (rows.level(row, i) != rows.level(0, i)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Learning.Learnt learnt(TrainingRows rows) {
        LogisticRegression regression = new LogisticRegression(rows);
        Strengths strengths = new Strengths(rows, regression);
        int[] all = IntStream.range(0, rows.size()).toArray();
        LogisticFit fit = regression.fit(all, strengths.all(), new double[0]);
        double[] logOdds = new double[rows.size()];
        for (int part = 0; part < Folds.COUNT; part++) {
            int judged = part;
            int[] others =
                    IntStream.of(all).filter(row -> rows.fold(row) != judged).toArray();
            LogisticFit without = regression.fit(others, strengths.withoutPart(part), fit.coefficients());
            Encoder encoder = without.encoder(rows);
            for (int row : all) {
                if (rows.fold(row) == part) {
                    logOdds[row] = without.logOdds(encoder, row);
                }
            }
        }
        return new Learning.Learnt(fit, new Judge(rows, logOdds).judgement());
    }
}

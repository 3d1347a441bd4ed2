package org.clientele.engine.statistics;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Chooses how strongly coefficients are held back: the strongest that keeps {@value #KEPT} of what the best one gains, on rows it has not
 * seen, over knowing nothing but the share of the outcome. Held back that much, features that say the same share what they say instead of
 * standing against each other, and what they say can be read.
 *
 * <p>For rows judged in one part the choice is made by the other four: learnt from three, tried on the fourth, each in turn; so nothing
 * about a row that is judged has a say. The choice for all rows is made by all parts. At most {@value #MOST_ROWS} rows are asked, those
 * with the lowest lots: with more the choice hardly matters.
 */
final class Strengths {
    private static final double[] TRIED = {300, 100, 30, 10, 3, 1, 0.3, 0.1};
    private static final double KEPT = 0.99;
    private static final int MOST_ROWS = 20_000;
    private static final int FOLDS = Folds.COUNT;

    private final TrainingRows rows;
    private final int[] asked;
    private final LogisticRegression regression;
    /** By the part that is judged and strength: what was lost on the other parts, each by what was learnt from the three left. */
    private final double[][] losses = new double[FOLDS][TRIED.length];

    private final double[][] starts = new double[TRIED.length][0];

    Strengths(TrainingRows rows, LogisticRegression regression) {
        this.rows = rows;
        this.regression = regression;
        this.asked = asked(rows);
        for (int one = 0; one < FOLDS; one++) {
            for (int other = one + 1; other < FOLDS; other++) {
                leaveOut(one, other);
            }
        }
    }

    private static int[] asked(TrainingRows rows) {
        if (rows.size() <= MOST_ROWS) {
            return IntStream.range(0, rows.size()).toArray();
        }
        long[] lots = IntStream.range(0, rows.size()).mapToLong(rows::lot).toArray();
        Arrays.sort(lots);
        long last = lots[MOST_ROWS - 1];
        return IntStream.range(0, rows.size())
                .filter(row -> rows.lot(row) <= last)
                .toArray();
    }

    private void leaveOut(int one, int other) {
        int[] kept = Arrays.stream(asked)
                .filter(row -> rows.fold(row) != one && rows.fold(row) != other)
                .toArray();
        for (int i = 0; i < TRIED.length; i++) {
            double[] start = starts[i].length > 0 || i == 0 ? starts[i] : starts[i - 1];
            LogisticFit fit = regression.fit(kept, TRIED[i], start);
            starts[i] = fit.coefficients();
            losses[one][i] += loss(fit, other);
            losses[other][i] += loss(fit, one);
        }
    }

    private double loss(LogisticFit fit, int part) {
        Encoder encoder = fit.encoder(rows);
        double loss = 0;
        for (int row : asked) {
            if (rows.fold(row) == part) {
                loss -= LogisticPass.logLikelihood(fit.logOdds(encoder, row), rows.outcome(row));
            }
        }
        return loss;
    }

    /** The strength for judging the rows of a part. */
    double withoutPart(int part) {
        return strongest(losses[part], baseLoss(row -> rows.fold(row) != part));
    }

    /** The strength for all rows. */
    double all() {
        double[] sums = new double[TRIED.length];
        for (double[] part : losses) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += part[i];
            }
        }
        return strongest(sums, (FOLDS - 1) * baseLoss(row -> true));
    }

    /** What is lost when every row is given the share of the outcome. */
    private double baseLoss(IntPredicate counted) {
        long count = Arrays.stream(asked).filter(counted).count();
        long holding =
                Arrays.stream(asked).filter(counted).filter(rows::outcome).count();
        double share = (double) holding / count;
        return -holding * Math.log(share) - (count - holding) * Math.log(1 - share);
    }

    private static double strongest(double[] losses, double baseLoss) {
        double most = baseLoss - Arrays.stream(losses).min().orElse(baseLoss);
        int chosen = 0;
        while (chosen < losses.length - 1 && most > 0 && baseLoss - losses[chosen] < KEPT * most) {
            chosen++;
        }
        return TRIED[chosen];
    }
}

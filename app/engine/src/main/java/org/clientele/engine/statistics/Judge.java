package org.clientele.engine.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Draws up a judgement from the probabilities that rows were given by what was learnt without them. */
final class Judge {
    private static final int TENTHS = 10;

    private final TrainingRows rows;
    private final double[] logOdds;
    private final int[] rowsIn = new int[TENTHS];
    private final int[] holdingIn = new int[TENTHS];
    private final double[] predictedIn = new double[TENTHS];
    private double logLoss;

    /** @param logOdds of each row */
    Judge(TrainingRows rows, double[] logOdds) {
        this.rows = rows;
        this.logOdds = logOdds;
        double[] cuts = cuts();
        for (int row = 0; row < logOdds.length; row++) {
            int tenth = tenth(cuts, logOdds[row]);
            rowsIn[tenth]++;
            holdingIn[tenth] += rows.outcome(row) ? 1 : 0;
            predictedIn[tenth] += LogisticPass.probability(logOdds[row]);
            logLoss -= LogisticPass.logLikelihood(logOdds[row], rows.outcome(row)) / rows.size();
        }
    }

    /** By nearest rank. */
    private double[] cuts() {
        double[] sorted = logOdds.clone();
        Arrays.sort(sorted);
        double[] cuts = new double[TENTHS - 1];
        for (int k = 1; k < TENTHS; k++) {
            int rank = (int) (((long) sorted.length * k + TENTHS - 1) / TENTHS);
            cuts[k - 1] = sorted[rank - 1];
        }
        return cuts;
    }

    private static int tenth(double[] cuts, double value) {
        int tenth = 0;
        while (tenth < cuts.length && cuts[tenth] < value) {
            tenth++;
        }
        return tenth;
    }

    Judgement judgement() {
        double share = (double) rows.holding() / rows.size();
        double base = -share * Math.log(share) - (1 - share) * Math.log(1 - share);
        return new Judgement(rows.size(), rows.holding(), aucs(), logLoss, base, calibration(), gains(share));
    }

    private List<Double> aucs() {
        List<Double> aucs = new ArrayList<>();
        for (int fold = 0; fold < Folds.COUNT; fold++) {
            int part = fold;
            int[] in = IntStream.range(0, rows.size())
                    .filter(row -> rows.fold(row) == part)
                    .toArray();
            double[] scores = new double[in.length];
            boolean[] outcomes = new boolean[in.length];
            for (int i = 0; i < in.length; i++) {
                scores[i] = logOdds[in[i]];
                outcomes[i] = rows.outcome(in[i]);
            }
            aucs.add(Auc.of(scores, outcomes));
        }
        return aucs;
    }

    private List<Judgement.Tenth> calibration() {
        List<Judgement.Tenth> tenths = new ArrayList<>();
        for (int i = 0; i < TENTHS; i++) {
            if (rowsIn[i] > 0) {
                tenths.add(
                        new Judgement.Tenth(rowsIn[i], predictedIn[i] / rowsIn[i], (double) holdingIn[i] / rowsIn[i]));
            }
        }
        return tenths;
    }

    private List<Judgement.Gain> gains(double share) {
        List<Judgement.Gain> gains = new ArrayList<>();
        int count = 0;
        int holding = 0;
        for (int i = TENTHS - 1; i >= 0; i--) {
            if (rowsIn[i] > 0) {
                count += rowsIn[i];
                holding += holdingIn[i];
                double rate = (double) holding / count;
                gains.add(new Judgement.Gain(
                        count, (double) count / rows.size(), holding, (double) holding / rows.holding(), rate / share));
            }
        }
        return gains;
    }
}

package org.clientele.engine.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Generated rows whose outcome depends on an amount and a choice; the same for the same seed. */
record SampleRows(double[] amounts, int[] choices, boolean[] outcomes, long[] lots) {
    private static final List<String> LEVELS = List.of("a", "b", "c");

    static SampleRows of(int size, long seed) {
        Random random = new Random(seed);
        SampleRows rows = new SampleRows(new double[size], new int[size], new boolean[size], new long[size]);
        for (int row = 0; row < size; row++) {
            rows.amounts[row] = 5 + 2 * random.nextGaussian();
            rows.choices[row] = random.nextInt(LEVELS.size());
            double logOdds = -1 + 0.8 * (rows.amounts[row] - 5) / 2 + 0.9 * (rows.choices[row] - 1);
            rows.outcomes[row] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
            rows.lots[row] = random.nextLong();
        }
        return rows;
    }

    int size() {
        return amounts.length;
    }

    List<Feature> features() {
        List<Feature> features = new ArrayList<>();
        features.add(new Feature.Amount("amount", row -> amounts[row]));
        features.add(new Feature.Choice("choice", LEVELS, row -> choices[row]));
        return features;
    }

    TrainingRows training() {
        return training(features());
    }

    TrainingRows training(List<Feature> features) {
        return TrainingRows.of(features, IntStream.range(0, size()).toArray(), outcomes, lots);
    }

    /** The same rows in the order given. */
    SampleRows ordered(int[] order) {
        SampleRows rows = new SampleRows(new double[size()], new int[size()], new boolean[size()], new long[size()]);
        for (int row = 0; row < size(); row++) {
            rows.amounts[row] = amounts[order[row]];
            rows.choices[row] = choices[order[row]];
            rows.outcomes[row] = outcomes[order[row]];
            rows.lots[row] = lots[order[row]];
        }
        return rows;
    }
}

package org.clientele.engine.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * The rows that an outcome is learnt from, copied together so that many passes over them are fast: 8 bytes a row for each amount, 4 for
 * each choice, 6 besides. Immutable.
 */
public final class TrainingRows {
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private final List<Feature> features;
    private final double[] amounts;
    private final int[] levels;
    private final int amountCount;
    private final int choiceCount;
    private final boolean[] outcomes;
    private final byte[] folds;
    private final int holding;
    private final long[] lots;

    private TrainingRows(List<Feature> features, int[] rows, boolean[] outcomes, long[] lots) {
        this.features = features;
        List<Feature.Amount> numeric = ofKind(features, Feature.Amount.class);
        List<Feature.Choice> choices = ofKind(features, Feature.Choice.class);
        amountCount = numeric.size();
        choiceCount = choices.size();
        amounts = new double[rows.length * amountCount];
        levels = new int[rows.length * choiceCount];
        for (int i = 0; i < amountCount; i++) {
            Feature.Amounts source = numeric.get(i).amounts();
            for (int row = 0; row < rows.length; row++) {
                double value = source.at(rows[row]);
                amounts[row * amountCount + i] = Double.isFinite(value) ? value : Double.NaN;
            }
        }
        for (int i = 0; i < choiceCount; i++) {
            Feature.Levels source = choices.get(i).chosen();
            for (int row = 0; row < rows.length; row++) {
                levels[row * choiceCount + i] = Math.max(-1, source.at(rows[row]));
            }
        }
        this.outcomes = outcomes.clone();
        this.lots = lots.clone();
        folds = Folds.of(this.outcomes, this.lots);
        holding = count(this.outcomes);
    }

    /**
     * Copies the rows together.
     *
     * @param features what is known of each row; ids unique
     * @param rows the rows in the features' numbering
     * @param outcomes whether the outcome holds, for each of {@code rows}
     * @param lots a number for each of {@code rows} that stands for whoever the row is about: it decides who is judged in which part,
     *     so that the order of rows does not
     */
    public static TrainingRows of(List<Feature> features, int[] rows, boolean[] outcomes, long[] lots) {
        if (rows.length != outcomes.length || rows.length != lots.length) {
            throw new IllegalArgumentException("%d rows need as many outcomes and lots, found %d and %d"
                    .formatted(rows.length, outcomes.length, lots.length));
        }
        return new TrainingRows(List.copyOf(features), rows, outcomes, lots);
    }

    private static <F extends Feature> List<F> ofKind(List<Feature> features, Class<F> kind) {
        return features.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static int count(boolean[] outcomes) {
        int holding = 0;
        for (boolean outcome : outcomes) {
            holding += outcome ? 1 : 0;
        }
        return holding;
    }

    /** The features, in the order in which they were given. */
    public List<Feature> features() {
        return features;
    }

    /** Number of rows. */
    public int size() {
        return outcomes.length;
    }

    /** Number of rows for which the outcome holds. */
    public int holding() {
        return holding;
    }

    /** Whether the outcome holds for a row, from 0. */
    boolean outcome(int row) {
        return outcomes[row];
    }

    /** The part, from 0, in which a row is judged. */
    int fold(int row) {
        return folds[row];
    }

    long lot(int row) {
        return lots[row];
    }

    /** The value of the i-th of the amounts; NaN: missing. */
    double amount(int row, int i) {
        return amounts[row * amountCount + i];
    }

    /** The level of the i-th of the choices; −1: missing. */
    int level(int row, int i) {
        return levels[row * choiceCount + i];
    }

    int amountCount() {
        return amountCount;
    }

    int choiceCount() {
        return choiceCount;
    }

    /** A number that is the same for the same rows in the same order; different data share it with a probability of some 10⁻¹⁹. */
    public long fingerprint() {
        long hash = mix(size(), 31L * amountCount + choiceCount);
        for (double amount : amounts) {
            hash = mix(hash, Double.doubleToLongBits(amount));
        }
        for (int level : levels) {
            hash = mix(hash, level);
        }
        for (long lot : lots) {
            hash = mix(hash, lot);
        }
        return mix(hash, Arrays.hashCode(outcomes));
    }

    private static long mix(long hash, long value) {
        long mixed = (hash ^ value) * MIX;
        return mixed ^ (mixed >>> 29);
    }
}

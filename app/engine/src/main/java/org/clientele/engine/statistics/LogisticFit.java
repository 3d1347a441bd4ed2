package org.clientele.engine.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a logistic regression has learnt. Immutable; safe to share between threads; holds none of the rows.
 */
public final class LogisticFit {
    private final Layout layout;
    private final Scaling scaling;
    private final double[] coefficients;
    private final double[] columnMeans;
    private final double strength;

    LogisticFit(Layout layout, Scaling scaling, double[] coefficients, double[] columnMeans, double strength) {
        this.layout = layout;
        this.scaling = scaling;
        this.coefficients = coefficients;
        this.columnMeans = columnMeans;
        this.strength = strength;
    }

    /** How strongly coefficients were held back. */
    public double strength() {
        return strength;
    }

    double[] coefficients() {
        return coefficients.clone();
    }

    /** The log-odds of a training row. */
    double logOdds(Encoder encoder, int row) {
        encoder.encode(row);
        return encoder.product(coefficients);
    }

    Encoder encoder(TrainingRows rows) {
        return new Encoder(rows, layout, scaling);
    }

    /**
     * What one value of a feature does to the odds of the outcome, everything else equal.
     *
     * @param feature its id
     * @param kind what is compared
     * @param level the value of a choice; empty else
     * @param step for {@link Kind#AMOUNT}: one standard deviation in the amount's unit, which the ratio stands for; else NaN
     * @param ratio the odds multiply by it: for an amount with each step more, else compared with the average row
     * @param share of the rows that have this value; for an amount those that have one
     */
    public record Odds(String feature, Kind kind, String level, double step, double ratio, double share) {}

    /** What odds are given for. */
    public enum Kind {
        AMOUNT,
        LEVEL,
        MISSING
    }

    /** The odds of every value that occurred, by feature in the order of amounts, then choices. Constant amounts are left out. */
    public List<Odds> odds() {
        List<Odds> odds = new ArrayList<>();
        int amount = 0;
        for (Layout.Slot slot : layout.slots()) {
            double average = average(slot);
            double missing = columnMeans[slot.missing()];
            if (slot.isAmount()) {
                double step = scaling.deviations()[amount];
                if (scaling.inverse(amount++) > 0) {
                    double ratio = Math.exp(coefficients[slot.first()]);
                    odds.add(new Odds(slot.id(), Kind.AMOUNT, "", step, ratio, 1 - missing));
                }
            }
            for (int level = 0; level < slot.levels().size(); level++) {
                int column = slot.first() + level;
                if (columnMeans[column] > 0) {
                    double ratio = Math.exp(coefficients[column] - average);
                    odds.add(new Odds(
                            slot.id(), Kind.LEVEL, slot.levels().get(level), Double.NaN, ratio, columnMeans[column]));
                }
            }
            if (missing > 0) {
                double ratio = Math.exp(coefficients[slot.missing()] - average);
                odds.add(new Odds(slot.id(), Kind.MISSING, "", Double.NaN, ratio, missing));
            }
        }
        return odds;
    }

    private double average(Layout.Slot slot) {
        double sum = 0;
        for (int column = slot.first(); column <= slot.missing(); column++) {
            sum += coefficients[column] * columnMeans[column];
        }
        return sum;
    }

    /**
     * Applies what was learnt to rows of the same features.
     *
     * @param features those learnt from, by id, over any rows; a level that was not learnt counts as the average
     * @throws IllegalArgumentException when a feature is not there or is of the other kind
     */
    public Scorer scorer(List<Feature> features) {
        Map<String, Feature> byId = new HashMap<>();
        features.forEach(feature -> byId.put(feature.id(), feature));
        List<Scorer.Part> parts = new ArrayList<>();
        double logOdds = coefficients[0];
        int amount = 0;
        for (Layout.Slot slot : layout.slots()) {
            logOdds += average(slot);
            switch (byId.get(slot.id())) {
                case Feature.Amount source when slot.isAmount() -> parts.add(amount(slot, source, amount++));
                case Feature.Choice source when !slot.isAmount() -> parts.add(choice(slot, source));
                case null, default ->
                    throw new IllegalArgumentException("Feature %s was learnt from as %s and is not given as such"
                            .formatted(slot.id(), slot.isAmount() ? "an amount" : "a choice"));
            }
        }
        return new Scorer(logOdds, parts);
    }

    private Scorer.Part amount(Layout.Slot slot, Feature.Amount source, int i) {
        double average = average(slot);
        double missing = coefficients[slot.missing()] - average;
        double slope = coefficients[slot.first()] * scaling.inverse(i);
        double mean = scaling.means()[i];
        Feature.Amounts amounts = source.amounts();
        return new Scorer.Part(slot.id(), row -> {
            double value = amounts.at(row);
            return Double.isFinite(value) ? (value - mean) * slope - average : missing;
        });
    }

    private Scorer.Part choice(Layout.Slot slot, Feature.Choice source) {
        double average = average(slot);
        double missing = coefficients[slot.missing()] - average;
        double[] byLevel = source.levels().stream()
                .mapToInt(slot.levels()::indexOf)
                .mapToDouble(level -> level < 0 ? 0 : coefficients[slot.first() + level] - average)
                .toArray();
        Feature.Levels chosen = source.chosen();
        return new Scorer.Part(slot.id(), row -> {
            int level = chosen.at(row);
            return level < 0 ? missing : byLevel[level];
        });
    }
}

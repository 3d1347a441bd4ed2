package org.clientele.engine.statistics;

import java.util.List;

/** Gives rows their probability of the outcome, and says what makes it up. Immutable; safe to share between threads when its rows are. */
public final class Scorer {
    private final double average;
    private final List<Part> parts;

    Scorer(double average, List<Part> parts) {
        this.average = average;
        this.parts = List.copyOf(parts);
    }

    /** What a feature adds to the log-odds of a row. */
    record Part(String feature, Feature.Amounts contribution) {}

    /**
     * What a feature adds to the log-odds of a row, compared with the average row.
     *
     * @param logOdds positive: towards the outcome
     */
    public record Contribution(String feature, double logOdds) {}

    /** The log-odds of the average row; with its contributions it makes up a row's log-odds. */
    public double average() {
        return average;
    }

    /** The probability of the outcome of the average row, 0–1. */
    public double averageProbability() {
        return LogisticPass.probability(average);
    }

    /** The natural logarithm of p/(1−p). */
    public double logOdds(int row) {
        double sum = average;
        for (Part part : parts) {
            sum += part.contribution().at(row);
        }
        return sum;
    }

    /** The probability p of the outcome, 0–1. */
    public double probability(int row) {
        return LogisticPass.probability(logOdds(row));
    }

    /** What each feature adds. */
    public List<Contribution> contributions(int row) {
        return parts.stream()
                .map(part ->
                        new Contribution(part.feature(), part.contribution().at(row)))
                .toList();
    }
}

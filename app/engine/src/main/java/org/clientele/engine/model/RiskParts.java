package org.clientele.engine.model;

import java.util.List;
import org.clientele.engine.statistics.Scorer;

/**
 * What a customer's probability of leaving is made up of: the average and all parts added up are the natural logarithm of p/(1−p). Immutable.
 *
 * @param average the log-odds of the average customer
 * @param probabilityOfAverage the same as a probability, 0–1
 * @param parts what each feature adds to the log-odds, in no order that means anything; also those that add nothing
 * @param logOdds the customer's
 * @param probability the same as a probability, 0–1
 */
public record RiskParts(
        double average,
        double probabilityOfAverage,
        List<Scorer.Contribution> parts,
        double logOdds,
        double probability) {
    public RiskParts {
        parts = List.copyOf(parts);
    }

    static RiskParts of(Scorer scorer, int customer) {
        return new RiskParts(
                scorer.average(),
                scorer.averageProbability(),
                scorer.contributions(customer),
                scorer.logOdds(customer),
                scorer.probability(customer));
    }
}

package org.clientele.engine.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.clientele.engine.condition.Condition;
import org.clientele.engine.condition.Truth;
import org.clientele.engine.statistics.Classifier;
import org.clientele.engine.statistics.Feature;
import org.clientele.engine.statistics.Learning;
import org.clientele.engine.statistics.TrainingRows;
import org.clientele.plugins.api.ModelDefinition;

/**
 * What a churn model has learnt. Immutable; holds none of the customers.
 *
 * @param model the model it was learnt for; its borders may have changed since
 * @param asOf the day whose values and outcomes were learnt from
 * @param fingerprint stands for the rows that were learnt from
 * @param learning what came of it
 */
public record ChurnTraining(ModelDefinition.Churn model, LocalDate asOf, long fingerprint, Learning learning) {
    /** Learns, or takes over what was learnt before. */
    static ChurnTraining of(
            ModelDefinition.Churn model,
            ModelContext context,
            List<Feature> features,
            Condition population,
            Condition outcome,
            Experience experience) {
        ChurnTraining before =
                experience.of(model.id()) instanceof ChurnResult result && learnsAlike(result.model(), model)
                        ? result.training()
                        : null;
        if (before != null && experience.isTakenOver(before.learning() instanceof Learning.Learnt)) {
            return before;
        }
        TrainingRows rows = rows(context, features, population, outcome);
        long fingerprint = rows.fingerprint();
        if (before != null && before.fingerprint() == fingerprint) {
            return before;
        }
        return new ChurnTraining(model, context.asOf(), fingerprint, Classifier.learn(rows));
    }

    /** Whether two models differ at most in what they make of the probability. */
    static boolean learnsAlike(ModelDefinition.Churn one, ModelDefinition.Churn other) {
        return Objects.equals(one.population(), other.population())
                && one.outcome().equals(other.outcome())
                && one.features().equals(other.features());
    }

    /** The customers of the population whose outcome is known. */
    private static TrainingRows rows(
            ModelContext context, List<Feature> features, Condition population, Condition outcome) {
        int[] customers = context.present().stream()
                .filter(customer -> population.holds(customer) && outcome.truth(customer) != Truth.UNKNOWN)
                .toArray();
        boolean[] outcomes = new boolean[customers.length];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = outcome.holds(customers[i]);
        }
        long[] lots = IntStream.of(customers)
                .mapToLong(customer -> context.customers().lot(customer))
                .toArray();
        return TrainingRows.of(features, customers, outcomes, lots);
    }
}

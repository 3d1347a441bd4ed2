package org.clientele.engine.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.clientele.engine.cluster.ClusterCentres;
import org.clientele.engine.cluster.ClusterProfile;
import org.clientele.engine.cluster.ClusterRows;
import org.clientele.engine.cluster.Clustering;
import org.clientele.engine.cluster.KMeans;
import org.clientele.plugins.api.ModelDefinition;
import org.jspecify.annotations.Nullable;

/**
 * The groups that were found. Immutable; holds none of the customers.
 *
 * @param model the model they were found for
 * @param asOf the day whose values were looked at
 * @param fingerprint stands for those values
 * @param rows how many customers were grouped
 * @param spread share of the squared distances from the mean of all that lies between groups, 0–1; NaN when none were found
 * @param centres where groups lie; null when none were found
 * @param profiles what each is like
 * @param refusal why none were found; null when there are
 */
public record ClusterTraining(
        ModelDefinition.Clusters model,
        LocalDate asOf,
        long fingerprint,
        int rows,
        double spread,
        @Nullable ClusterCentres centres,
        List<ClusterProfile> profiles,
        Clustering.@Nullable Refused refusal) {
    public ClusterTraining {
        profiles = List.copyOf(profiles);
    }

    static ClusterTraining of(ModelDefinition.Clusters model, LocalDate asOf, ClusterRows rows, long fingerprint) {
        KMeans.Settings settings = KMeans.Settings.of(model.count(), model.seed());
        return switch (KMeans.cluster(rows, settings)) {
            case Clustering.Found(var clusters) -> {
                long differing = rows.columns().stream()
                        .filter(column -> rows.deviation(rows.columns().indexOf(column)) > 0)
                        .count();
                double spread = 1 - clusters.inertia() / ((double) rows.size() * differing);
                yield new ClusterTraining(
                        model,
                        asOf,
                        fingerprint,
                        rows.size(),
                        spread,
                        ClusterCentres.of(clusters),
                        ClusterProfile.of(clusters),
                        null);
            }
            case Clustering.Refused refused ->
                new ClusterTraining(model, asOf, fingerprint, rows.size(), Double.NaN, null, List.of(), refused);
        };
    }

    /** Whether two models find the same groups in the same customers. */
    static boolean findsAlike(ModelDefinition.Clusters one, ModelDefinition.Clusters other) {
        return Objects.equals(one.population(), other.population())
                && one.fields().equals(other.fields())
                && one.count() == other.count()
                && one.seed() == other.seed();
    }
}

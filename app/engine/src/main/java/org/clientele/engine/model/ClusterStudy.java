package org.clientele.engine.model;

import java.util.function.BooleanSupplier;
import org.clientele.engine.cluster.ClusterNumber;
import org.clientele.engine.cluster.ClusterRows;
import org.clientele.engine.cluster.Clustering;
import org.clientele.engine.cluster.Clusters;
import org.clientele.engine.cluster.FrozenRules;
import org.clientele.engine.cluster.KMeans;
import org.clientele.engine.cluster.Stability;
import org.clientele.plugins.api.ModelDefinition;

/**
 * What to know of groups before they are relied on.
 *
 * @param number how many groups there should be
 * @param stability whether the same ones come out of other customers
 * @param rules comparisons that reproduce them
 */
public record ClusterStudy(ClusterNumber number, Stability stability, FrozenRules rules) {
    private static final int SAMPLES = 10;
    private static final int LEAVES_A_GROUP = 3;

    /** Hears how far a study is and says whether it is to go on. */
    public interface Progress {
        /** @param done of {@code total} parts @return false: end early, what comes is not looked at */
        boolean goesOn(int done, int total);
    }

    static ClusterStudy of(ModelDefinition.Clusters model, ClusterRows rows, Progress progress) {
        int most = Math.min(KMeans.MOST_CLUSTERS, model.segments().size());
        int parts = most + 1;
        ClusterNumber number =
                ClusterNumber.between(rows, 2, most, model.seed(), count -> progress.goesOn(count - 2, parts));
        Clustering found = KMeans.cluster(rows, KMeans.Settings.of(model.count(), model.seed()));
        if (!(found instanceof Clustering.Found(Clusters clusters))) {
            throw new IllegalStateException(
                    "Model %s has no groups to be studied: look at its training first".formatted(model.id()));
        }
        BooleanSupplier further = () -> progress.goesOn(most - 1, parts);
        Stability stability = Stability.of(clusters, further.getAsBoolean() ? SAMPLES : 1, model.seed());
        progress.goesOn(most, parts);
        return new ClusterStudy(number, stability, FrozenRules.of(clusters, LEAVES_A_GROUP * clusters.count()));
    }
}

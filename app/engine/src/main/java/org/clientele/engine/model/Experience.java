package org.clientele.engine.model;

import java.util.HashMap;
import java.util.Map;
import org.clientele.plugins.api.ModelDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Earlier results from which a model that learns may take over what it learnt, since learning takes seconds where applying takes
 * milliseconds.
 *
 * @param results by model
 * @param when when they may be taken over
 */
public record Experience(Map<String, ModelResult> results, When when) {
    /** Everything is learnt anew. */
    public static final Experience NONE = new Experience(Map.of(), When.SAME_ROWS);

    public Experience {
        results = Map.copyOf(results);
    }

    /** The same, with what another form of a model learnt where the form to be evaluated would learn the same. */
    public Experience with(ModelResult earlier) {
        Map<String, ModelResult> more = new HashMap<>(results);
        more.put(earlier.model().id(), earlier);
        return new Experience(more, when);
    }

    /** Whether two forms of a model learn the same from the same rows, and so where neither learns anything. */
    public static boolean isAlike(ModelDefinition one, ModelDefinition other) {
        return switch (one) {
            case ModelDefinition.Clv clv when other instanceof ModelDefinition.Clv to -> ClvTraining.fitsAlike(clv, to);
            case ModelDefinition.Churn churn
            when other instanceof ModelDefinition.Churn to -> ChurnTraining.learnsAlike(churn, to);
            case ModelDefinition.Clusters clusters
            when other instanceof ModelDefinition.Clusters to -> ClusterTraining.findsAlike(clusters, to);
            default -> one.getClass() == other.getClass();
        };
    }

    /** When what was learnt is taken over. */
    public enum When {
        /** When it was learnt from the very rows that would be learnt from now. */
        SAME_ROWS,
        /** When a few customers changed: whatever was learnt is good enough for now, a refusal to learn is not. */
        FEW_CHANGED,
        /** Always: the model is applied to another day, not learnt from it. */
        ALWAYS
    }

    /** Whether it is taken over whatever the rows. @param learnt whether anything was learnt */
    boolean isTakenOver(boolean learnt) {
        return when == When.ALWAYS || when == When.FEW_CHANGED && learnt;
    }

    @Nullable
    ModelResult of(String model) {
        return results.get(model);
    }
}

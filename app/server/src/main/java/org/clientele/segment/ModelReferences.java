package org.clientele.segment;

import java.util.List;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.VerticalDefinition;

/** What models are made of that the vertical does not have. Stateless. */
final class ModelReferences {
    private ModelReferences() {}

    /** What is missing, conditions apart. */
    static List<String> missing(VerticalDefinition vertical, ModelDefinition model) {
        return switch (model) {
            case ModelDefinition.Rfm rfm ->
                lacking(Measures.metrics(vertical), List.of(rfm.recency(), rfm.frequency(), rfm.monetary()));
            case ModelDefinition.Tiers tiers -> lacking(Measures.metrics(vertical), List.of(tiers.metric()));
            case ModelDefinition.Matrix matrix ->
                lacking(
                        Measures.axes(vertical, matrix.id()),
                        List.of(matrix.rows().metric(), matrix.columns().metric()));
            case ModelDefinition.Clusters clusters -> lacking(Measures.numbers(vertical), clusters.fields());
            case ModelDefinition.Churn churn -> lacking(ChurnChanges.learnable(vertical), churn.features());
            case ModelDefinition.Clv clv -> lacking(Measures.purchases(vertical), List.of(clv.activity()));
            case ModelDefinition.Rules _, ModelDefinition.LifeCycle _, ModelDefinition.Custom _ -> List.of();
        };
    }

    private static List<String> lacking(List<String> known, List<String> wanted) {
        return wanted.stream().filter(id -> !known.contains(id)).toList();
    }
}

package org.clientele.segment;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.MetricDefinition.ValueType;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.VerticalDefinition;

/** What of a vertical a model may be made of. */
public final class ModelReferences {
    private static final Set<FieldType> NUMBERS = EnumSet.of(FieldType.INTEGER, FieldType.DECIMAL, FieldType.MONEY);

    private ModelReferences() {}

    /** Metrics that are numbers. */
    public static List<String> metrics(VerticalDefinition vertical) {
        return vertical.metrics().stream()
                .filter(metric -> metric.type() != ValueType.DATE)
                .map(MetricDefinition::id)
                .toList();
    }

    /** Metrics and attributes that are numbers. */
    public static List<String> numbers(VerticalDefinition vertical) {
        return Stream.concat(
                        metrics(vertical).stream(),
                        vertical.attributes().stream()
                                .filter(attribute -> NUMBERS.contains(attribute.type()))
                                .map(AttributeDefinition::id))
                .toList();
    }

    /** Attributes and metrics. */
    public static List<String> fields(VerticalDefinition vertical) {
        return Stream.concat(
                        vertical.metrics().stream().map(MetricDefinition::id),
                        vertical.attributes().stream().map(AttributeDefinition::id))
                .toList();
    }

    /** Activities that carry an amount. */
    public static List<String> purchases(VerticalDefinition vertical) {
        return vertical.activities().stream()
                .filter(activity -> activity.amount() != null)
                .map(ActivityDefinition::id)
                .toList();
    }

    /** What a model is made of that the vertical does not have, its conditions apart. */
    static List<String> missing(VerticalDefinition vertical, ModelDefinition model) {
        return switch (model) {
            case ModelDefinition.Rfm rfm -> lacking(metrics(vertical), rfm.recency(), rfm.frequency(), rfm.monetary());
            case ModelDefinition.Tiers tiers -> lacking(metrics(vertical), tiers.metric());
            case ModelDefinition.Matrix matrix ->
                lacking(
                        numbers(vertical),
                        matrix.rows().metric(),
                        matrix.columns().metric());
            case ModelDefinition.Clusters clusters -> lacking(numbers(vertical), clusters.fields());
            case ModelDefinition.Churn churn -> lacking(fields(vertical), churn.features());
            case ModelDefinition.Clv clv -> lacking(purchases(vertical), clv.activity());
            case ModelDefinition.Rules _, ModelDefinition.LifeCycle _, ModelDefinition.Custom _ -> List.of();
        };
    }

    private static List<String> lacking(List<String> known, String... wanted) {
        return lacking(known, List.of(wanted));
    }

    private static List<String> lacking(List<String> known, List<String> wanted) {
        return wanted.stream().filter(id -> !known.contains(id)).toList();
    }
}

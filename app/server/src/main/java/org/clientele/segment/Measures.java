package org.clientele.segment;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.MetricDefinition.ValueType;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.ModelFigure;

/** What models may be made of: ids of attributes and metrics, in the order of their declaration. */
public final class Measures {
    /** The fewest numbers that groups are found by: one number is cut, not grouped. */
    public static final int FEWEST = 2;

    /** The most numbers that groups are found by, as in a plugin. */
    public static final int MOST = 20;

    private static final Set<FieldType> NUMBERS = EnumSet.of(FieldType.INTEGER, FieldType.DECIMAL, FieldType.MONEY);

    private Measures() {}

    /** Metrics that are numbers: tiers go by one. */
    public static List<String> metrics(VerticalDefinition definition) {
        return metrics(definition, metric -> true).toList();
    }

    /** Metrics that count days: recency goes by one. */
    public static List<String> days(VerticalDefinition definition) {
        return metrics(definition, metric -> metric.type() == ValueType.DAYS).toList();
    }

    /** Metrics that are numbers of which more is better: frequency and monetary value go by them. */
    public static List<String> growing(VerticalDefinition definition) {
        return metrics(definition, metric -> !metric.lowerIsBetter()).toList();
    }

    /** Metrics that count days of which fewer are better: days since the last purchase are. */
    public static List<String> daysSince(VerticalDefinition definition) {
        return metrics(definition, metric -> metric.type() == ValueType.DAYS && metric.lowerIsBetter())
                .toList();
    }

    /** Metrics that count what more is better of: purchases are. */
    public static List<String> counts(VerticalDefinition definition) {
        return metrics(definition, metric -> metric.type() == ValueType.COUNT && !metric.lowerIsBetter())
                .toList();
    }

    /** Attributes and metrics that are numbers: groups of like customers are found by them. */
    public static List<String> numbers(VerticalDefinition definition) {
        return Stream.concat(
                        definition.attributes().stream()
                                .filter(attribute -> NUMBERS.contains(attribute.type()))
                                .map(AttributeDefinition::id),
                        metrics(definition, metric -> true))
                .toList();
    }

    /** Those of which more is better. */
    public static List<String> growingNumbers(VerticalDefinition definition) {
        List<String> growing = growing(definition);
        return numbers(definition).stream()
                .filter(id -> definition.metric(id) == null || growing.contains(id))
                .toList();
    }

    /** Activities that carry an amount: lifetime values are learnt from one. */
    public static List<String> purchases(VerticalDefinition definition) {
        return definition.activities().stream()
                .filter(activity -> activity.amount() != null)
                .map(ActivityDefinition::id)
                .toList();
    }

    /** All numbers, and what models declared before it foretell: the axes of a matrix go by two of them. */
    public static List<String> axes(VerticalDefinition definition, String model) {
        Stream<String> foretold = definition.models().stream()
                .takeWhile(other -> !other.id().equals(model))
                .flatMap(other -> ModelFigure.of(other).stream())
                .map(ModelFigure::variable)
                .filter(variable -> ModelFigure.find(definition, variable).isPresent());
        return Stream.concat(numbers(definition).stream(), foretold).toList();
    }

    private static Stream<String> metrics(VerticalDefinition definition, Predicate<MetricDefinition> wanted) {
        return definition.metrics().stream()
                .filter(metric -> metric.type() != ValueType.DATE)
                .filter(wanted)
                .map(MetricDefinition::id);
    }
}

package org.clientele.segment;

import java.util.List;
import org.clientele.common.Problem;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.ModelFigure;

/**
 * What a measure can be at all: days since something and numbers of something are never below nothing, a share never above everything.
 * A border beyond it would place everybody or nobody.
 */
public record MeasureBounds(double least, double most) {
    private static final MeasureBounds ANY = new MeasureBounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    private static final MeasureBounds COUNTED = new MeasureBounds(0, Double.POSITIVE_INFINITY);
    private static final MeasureBounds PART = new MeasureBounds(0, 1);

    /** Those of an attribute, a metric or what a model foretells. */
    public static MeasureBounds of(VerticalDefinition definition, String measure) {
        MetricDefinition metric = definition.metric(measure);
        if (metric != null) {
            return switch (metric.aggregate()) {
                case COUNT, COUNT_ROWS, COUNT_DISTINCT, ACTIVE_MONTHS, DAYS_SINCE_FIRST, DAYS_SINCE_LAST -> COUNTED;
                case SHARE -> PART;
                default -> ANY;
            };
        }
        return ModelFigure.find(definition, measure)
                        .filter(figure -> figure.kind().isShare())
                        .isPresent()
                ? PART
                : ANY;
    }

    /** Whether nothing of it is below nothing. */
    boolean isNeverNegative() {
        return least >= 0;
    }

    /**
     * Refuses borders that a measure never comes to.
     *
     * @throws Problem saying what to give instead
     */
    static void require(VerticalDefinition definition, ModelChange change) {
        switch (change) {
            case ModelChange.Rfm rfm -> {
                of(definition, rfm.recency()).require(rfm.recencyCuts());
                of(definition, rfm.frequency()).require(rfm.frequencyCuts());
                of(definition, rfm.monetary()).require(rfm.monetaryCuts());
            }
            case ModelChange.Tiers tiers
            when tiers.method() == ModelDefinition.Tiers.Method.FIXED ->
                of(definition, tiers.metric()).require(tiers.borders());
            case ModelChange.Matrix matrix -> {
                require(definition, matrix.rows());
                require(definition, matrix.columns());
            }
            case ModelChange.LifeCycle cycle ->
                COUNTED.require(
                        ThresholdBounds.neverNegative(definition, cycle.model(), cycle.parameters(), cycle.stages())
                                .stream()
                                .map(cycle.parameters()::get)
                                .toList());
            default -> {
                // nothing else has borders over values of a measure
            }
        }
    }

    private static void require(VerticalDefinition definition, ModelChange.Matrix.Cuts axis) {
        if (axis.method() == ModelDefinition.Matrix.Method.FIXED) {
            of(definition, axis.metric()).require(axis.cuts());
        }
    }

    private void require(List<Double> borders) {
        if (borders.stream().anyMatch(border -> border < least)) {
            throw new Problem("segment.problem.negative");
        }
        if (borders.stream().anyMatch(border -> border > most)) {
            throw new Problem("segment.problem.above-all");
        }
    }
}

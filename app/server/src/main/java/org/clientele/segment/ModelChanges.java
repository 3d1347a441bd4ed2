package org.clientele.segment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.common.Problem;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.VerticalDefinition;

/** Checks changes of models and puts them into definitions. */
final class ModelChanges {
    private static final int SCORES = 5;
    private static final double PERCENT = 100;

    private ModelChanges() {}

    /**
     * The model as changed.
     *
     * @throws Problem when the change does not fit the model, saying what to mend
     */
    static ModelDefinition apply(VerticalDefinition definition, ModelChange change) {
        ModelDefinition model = Optional.ofNullable(definition.model(change.model()))
                .orElseThrow(() -> new Problem("segment.problem.no-model", change.model()));
        return switch (change) {
            case ModelChange.Rfm rfm when model instanceof ModelDefinition.Rfm plugin -> rfm(definition, plugin, rfm);
            case ModelChange.Tiers tiers
            when model instanceof ModelDefinition.Tiers plugin -> tiers(definition, plugin, tiers);
            case ModelChange.Clv clv when model instanceof ModelDefinition.Clv plugin -> clv(definition, plugin, clv);
            case ModelChange.Matrix matrix
            when model instanceof ModelDefinition.Matrix plugin -> matrix(definition, plugin, matrix);
            case ModelChange.Clusters clusters
            when model instanceof ModelDefinition.Clusters plugin -> ClusterChanges.apply(definition, plugin, clusters);
            case ModelChange.Churn churn
            when model instanceof ModelDefinition.Churn plugin -> ChurnChanges.apply(definition, plugin, churn);
            case ModelChange.Rules rules
            when model instanceof ModelDefinition.Rules plugin -> ConditionChanges.rules(definition, plugin, rules);
            case ModelChange.LifeCycle cycle
            when model instanceof ModelDefinition.LifeCycle plugin ->
                ConditionChanges.lifeCycle(definition, plugin, cycle);
            default -> throw new Problem("segment.problem.not-changeable", change.model());
        };
    }

    /**
     * The same for what somebody sets now: a border that its measure never comes to is refused, too. What applies already stays as it is.
     *
     * @throws Problem when the change does not fit the model, saying what to mend
     */
    static ModelDefinition set(VerticalDefinition definition, ModelChange change) {
        ModelDefinition set = apply(definition, change);
        MeasureBounds.require(definition, change);
        return set;
    }

    private static ModelDefinition clv(
            VerticalDefinition definition, ModelDefinition.Clv plugin, ModelChange.Clv change) {
        requireForetelling(change.weeks(), change.yearlyDiscount());
        ModelDefinition.Tiers cut = tiers(definition, plugin.tiers(), change.tiers());
        return new ModelDefinition.Clv(
                plugin.id(),
                plugin.segments(),
                plugin.source(),
                plugin.activity(),
                plugin.where(),
                change.purchases(),
                change.weeks(),
                change.yearlyDiscount(),
                cut.method(),
                cut.borders());
    }

    /** How far a lifetime value looks ahead, and what later money is worth less. */
    static void requireForetelling(double weeks, double yearlyDiscount) {
        if (!ModelChange.Clv.isWeeks(weeks)) {
            throw new Problem("segment.problem.clv-weeks", found(weeks), ModelChange.Clv.MOST_WEEKS);
        }
        if (!ModelChange.Clv.isDiscount(yearlyDiscount)) {
            throw new Problem(
                    "segment.problem.clv-discount",
                    found(yearlyDiscount * PERCENT),
                    ModelChange.Clv.MOST_DISCOUNT * PERCENT);
        }
    }

    private static Object found(double number) {
        return Double.isNaN(number) ? "–" : number;
    }

    private static ModelDefinition matrix(
            VerticalDefinition definition, ModelDefinition.Matrix plugin, ModelChange.Matrix change) {
        requireAxes(definition, plugin, change);
        ModelDefinition.Matrix.Axis rows = axis(plugin.rows(), change.rows());
        ModelDefinition.Matrix.Axis columns = axis(plugin.columns(), change.columns());
        requireGrid(
                plugin, change.grid(), rows.cuts().size() + 1, columns.cuts().size() + 1);
        return new ModelDefinition.Matrix(
                plugin.id(), plugin.segments(), plugin.source(), plugin.population(), rows, columns, change.grid());
    }

    /** What the plugin says is taken as it is. */
    private static void requireAxes(
            VerticalDefinition definition, ModelDefinition.Matrix plugin, ModelChange.Matrix change) {
        String rows = change.rows().metric();
        String columns = change.columns().metric();
        if (rows.equals(plugin.rows().metric())
                && columns.equals(plugin.columns().metric())) {
            return;
        }
        List<String> known = Measures.axes(definition, plugin.id());
        for (String measure : List.of(rows, columns)) {
            if (!known.contains(measure)) {
                throw new Problem("segment.problem.axis-measure", measure);
            }
        }
        if (rows.equals(columns)) {
            throw new Problem("segment.problem.axis-twice", rows);
        }
    }

    private static ModelDefinition.Matrix.Axis axis(
            ModelDefinition.Matrix.Axis plugin, ModelChange.Matrix.Cuts change) {
        List<Double> cuts = change.cuts();
        if (cuts.size() != plugin.cuts().size() || !isAscending(cuts)) {
            throw new Problem("segment.problem.levels", plugin.cuts().size());
        }
        boolean shares = cuts.stream().allMatch(cut -> cut > 0 && cut < 1);
        if (change.method() == ModelDefinition.Matrix.Method.PERCENTILE && !shares) {
            throw new Problem("segment.problem.level-shares");
        }
        return new ModelDefinition.Matrix.Axis(change.metric(), change.method(), cuts);
    }

    private static ModelDefinition rfm(
            VerticalDefinition definition, ModelDefinition.Rfm plugin, ModelChange.Rfm change) {
        requireMeasures(definition, plugin, change);
        requireCuts(change.recencyCuts());
        requireCuts(change.frequencyCuts());
        requireCuts(change.monetaryCuts());
        boolean weighted = change.weights().isEmpty()
                || change.weights().size() == 3 && change.weights().stream().allMatch(ModelChanges::isPositive);
        if (!weighted) {
            throw new Problem("segment.problem.weights");
        }
        requireGrid(plugin, change.grid(), SCORES, SCORES);
        return new ModelDefinition.Rfm(
                plugin.id(),
                plugin.segments(),
                plugin.source(),
                change.recency(),
                change.frequency(),
                change.monetary(),
                change.recencyCuts(),
                change.frequencyCuts(),
                change.monetaryCuts(),
                change.weights(),
                change.grid());
    }

    /** What the plugin says is taken as it is. */
    private static void requireMeasures(
            VerticalDefinition definition, ModelDefinition.Rfm plugin, ModelChange.Rfm change) {
        List<String> measures = List.of(change.recency(), change.frequency(), change.monetary());
        if (measures.equals(List.of(plugin.recency(), plugin.frequency(), plugin.monetary()))) {
            return;
        }
        if (!Measures.days(definition).contains(change.recency())) {
            throw new Problem("segment.problem.rfm-days", change.recency());
        }
        List<String> growing = Measures.growing(definition);
        for (String measure : List.of(change.frequency(), change.monetary())) {
            if (!growing.contains(measure)) {
                throw new Problem("segment.problem.rfm-measure", measure);
            }
        }
        if (Set.copyOf(measures).size() < measures.size()) {
            throw new Problem("segment.problem.rfm-twice", String.join(", ", measures));
        }
    }

    private static boolean isPositive(double number) {
        return number > 0 && Double.isFinite(number);
    }

    private static void requireCuts(List<Double> cuts) {
        if (!cuts.isEmpty() && (cuts.size() != SCORES - 1 || !isAscending(cuts))) {
            throw new Problem("segment.problem.cuts");
        }
    }

    static boolean isAscending(List<Double> numbers) {
        for (int i = 0; i < numbers.size(); i++) {
            boolean grows = i == 0 || numbers.get(i) > numbers.get(i - 1);
            if (!grows || !Double.isFinite(numbers.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Every cell exactly one of the model's labels. */
    private static void requireGrid(ModelDefinition plugin, List<List<String>> grid, int rows, int columns) {
        List<String> known =
                plugin.segments().stream().map(SegmentDefinition::id).toList();
        boolean whole =
                grid.size() == rows && grid.stream().allMatch(row -> row.size() == columns && known.containsAll(row));
        if (!whole) {
            throw new Problem("segment.problem.grid");
        }
    }

    private static ModelDefinition.Tiers tiers(
            VerticalDefinition definition, ModelDefinition.Tiers plugin, ModelChange.Tiers change) {
        if (change.borders().size() != plugin.segments().size() - 1) {
            throw new Problem("segment.problem.borders-count", plugin.segments().size() - 1);
        }
        if (!change.metric().equals(plugin.metric())
                && !Measures.metrics(definition).contains(change.metric())) {
            throw new Problem("segment.problem.tiers-metric", change.metric());
        }
        requireBorders(definition, change);
        return new ModelDefinition.Tiers(
                plugin.id(), plugin.segments(), plugin.source(), change.metric(), change.method(), change.borders());
    }

    private static void requireBorders(VerticalDefinition definition, ModelChange.Tiers change) {
        List<Double> borders = change.borders();
        switch (change.method()) {
            case FIXED -> {
                MetricDefinition metric = definition.metric(change.metric());
                boolean lowerIsBetter = metric != null && metric.lowerIsBetter();
                if (!isAscending(lowerIsBetter ? borders : borders.reversed())) {
                    throw new Problem(
                            lowerIsBetter ? "segment.problem.borders-ascending" : "segment.problem.borders-descending");
                }
            }
            case PERCENTILE -> {
                double sum = borders.stream().mapToDouble(Double::doubleValue).sum();
                if (!borders.stream().allMatch(ModelChanges::isPositive) || sum >= 1) {
                    throw new Problem("segment.problem.borders-percentile");
                }
            }
            case CUMULATIVE -> {
                boolean shares = isAscending(borders) && borders.getFirst() > 0 && borders.getLast() < 1;
                if (!shares) {
                    throw new Problem("segment.problem.borders-cumulative");
                }
            }
        }
    }

    /** The definition with one of its models replaced. */
    static VerticalDefinition with(VerticalDefinition definition, ModelDefinition changed) {
        List<ModelDefinition> models = definition.models().stream()
                .map(model -> model.id().equals(changed.id()) ? changed : model)
                .toList();
        return definition.withModels(models);
    }
}

package org.clientele.engine.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.clientele.engine.cluster.ClusterCentres;
import org.clientele.engine.cluster.ClusterRows;
import org.clientele.engine.cluster.Clusters;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Check;
import org.clientele.engine.condition.Condition;
import org.clientele.engine.condition.Conditions;
import org.clientele.engine.condition.Operator;
import org.clientele.engine.condition.Truth;
import org.clientele.engine.statistics.Feature;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.definition.CheckedExpression;
import org.jspecify.annotations.Nullable;

/**
 * Groups of like customers, see {@link org.clientele.engine.cluster.KMeans}.
 *
 * <p>Whoever is present, in the population and has every number, finite, is in the nearest group. Where no groups can be found nobody is;
 * {@link #training} says why. A snapshot finds groups once, as of its own day; on another day customers are put into the nearest of these.
 * Groups are found anew when the customers they are found in changed, so that a customer may change group because others did: freeze them
 * into rules to end that.
 */
public final class ClusterResult extends ModelResult {
    private static final int MOST_CHECKS = 4;
    private static final MathContext DIGITS = new MathContext(3);

    private final ModelDefinition.Clusters model;
    private final ClusterTraining training;
    private final List<Feature.Amount> amounts;
    private final Condition population;

    private ClusterResult(
            ModelDefinition.Clusters model,
            ModelContext context,
            ClusterTraining training,
            List<Feature.Amount> amounts,
            Condition population,
            int[] segments) {
        super(context, segments);
        this.model = model;
        this.training = training;
        this.amounts = amounts;
        this.population = population;
    }

    /** @param conditions the population's, where there is one */
    static ClusterResult of(
            ModelDefinition.Clusters model,
            List<CheckedExpression> conditions,
            ModelContext context,
            Experience experience) {
        if (model.count() < 2 || model.count() > model.segments().size()) {
            throw new IllegalArgumentException("Model %s can have 2 to %d groups, one for each segment; found %d"
                    .formatted(model.id(), model.segments().size(), model.count()));
        }
        Condition population =
                conditions.isEmpty() ? Condition.ALWAYS : Conditions.bind(conditions.getFirst(), context);
        List<Feature.Amount> amounts = amounts(model, context);
        int[] customers = context.present().stream().filter(population::holds).toArray();
        ClusterTraining training = training(model, context, amounts, customers, experience);
        int[] segments = new int[context.customers().size()];
        Arrays.fill(segments, NONE);
        ClusterCentres centres = training.centres();
        if (centres != null) {
            double[] room = new double[amounts.size()];
            for (int customer : customers) {
                int cluster = centres.nearest(amounts, customer, room);
                segments[customer] = cluster == Clusters.NONE ? NONE : cluster;
            }
        }
        return new ClusterResult(model, context, training, amounts, population, segments);
    }

    private static ClusterTraining training(
            ModelDefinition.Clusters model,
            ModelContext context,
            List<Feature.Amount> amounts,
            int[] customers,
            Experience experience) {
        ClusterTraining before = experience.of(model.id()) instanceof ClusterResult result
                        && ClusterTraining.findsAlike(result.model, model)
                ? result.training
                : null;
        if (before != null && experience.isTakenOver(before.centres() != null)) {
            return before;
        }
        ClusterRows rows = rows(context, amounts, customers);
        long fingerprint = rows.fingerprint();
        return before != null && before.fingerprint() == fingerprint
                ? before
                : ClusterTraining.of(model, context.asOf(), rows, fingerprint);
    }

    private static List<Feature.Amount> amounts(ModelDefinition.Clusters model, ModelContext context) {
        List<Feature.Amount> amounts = new ArrayList<>();
        for (String id : model.fields()) {
            if (!(context.column(id) instanceof MeasureColumn column)) {
                throw new IllegalArgumentException(
                        "Model %s groups by %s, which is no number".formatted(model.id(), id));
            }
            amounts.add(new Feature.Amount(id, column::asDouble));
        }
        return amounts;
    }

    /** The rows of the customers, numbered from 0 on. */
    private static ClusterRows rows(ModelContext context, List<Feature.Amount> amounts, int[] customers) {
        List<Feature.Amount> chosen = amounts.stream()
                .map(amount ->
                        new Feature.Amount(amount.id(), row -> amount.amounts().at(customers[row])))
                .toList();
        long[] lots = IntStream.of(customers)
                .mapToLong(customer -> context.customers().lot(customer))
                .toArray();
        return ClusterRows.of(chosen, customers.length, lots);
    }

    @Override
    public ModelDefinition.Clusters model() {
        return model;
    }

    /** The groups, when they were found, and what they are like; or why there are none. */
    public ClusterTraining training() {
        return training;
    }

    /**
     * Finds out how many groups there should be, whether they are stable and which rules reproduce them. Takes seconds.
     *
     * @throws IllegalStateException when there are no groups, see {@link #training}
     */
    public ClusterStudy study(ClusterStudy.Progress progress) {
        int[] customers = context.present().stream().filter(population::holds).toArray();
        return ClusterStudy.of(model, rows(context, amounts, customers), progress);
    }

    @Override
    Reason explain(int customer, int segment) {
        List<Check> checks = segment == NONE ? none(customer) : near(customer, segment);
        return new Reason(model.id(), segment == NONE ? null : segmentId(segment), checks, false, null);
    }

    private List<Check> none(int customer) {
        if (!context.present().get(customer)) {
            return List.of();
        }
        if (!population.holds(customer)) {
            return population.explain(customer);
        }
        return amounts.stream()
                .filter(amount -> training.centres() == null
                        || !Double.isFinite(amount.amounts().at(customer)))
                .map(amount -> new Check(amount.id(), Value.MISSING, Operator.PRESENT, List.of(), null, Truth.FAILS, 0))
                .toList();
    }

    /** What tells the group most from all customers, each value beside the group's mean. */
    private List<Check> near(int customer, int cluster) {
        ClusterCentres centres = training.centres();
        if (centres == null) {
            return List.of();
        }
        return IntStream.range(0, amounts.size())
                .boxed()
                .sorted(Comparator.comparingDouble(column -> -Math.abs(centres.centre(cluster, column))))
                .limit(MOST_CHECKS)
                .map(column -> near(customer, model.fields().get(column), centres.mean(cluster, column)))
                .toList();
    }

    private Check near(int customer, String field, double mean) {
        Column column = context.column(field);
        Value actual = column == null ? Value.MISSING : column.value(customer);
        return new Check(field, actual, Operator.NEAR, List.of(mean(column, mean)), null, Truth.HOLDS, 0);
    }

    /** A mean in the unit of its column. */
    private static Value mean(@Nullable Column column, double mean) {
        return column instanceof MoneyColumn money
                ? new Value.Money(Math.round(mean * Math.pow(10, money.fractionDigits())), money.fractionDigits())
                : new Value.Decimal(new BigDecimal(mean).round(DIGITS).doubleValue());
    }
}

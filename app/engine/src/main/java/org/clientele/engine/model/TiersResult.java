package org.clientele.engine.model;

import java.util.List;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Check;
import org.clientele.engine.condition.Operator;
import org.clientele.engine.condition.Truth;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Tiers.Method;

/**
 * Tiers on one metric. Whatever the method, it comes down to the value at which each tier starts, {@link #startsAt}: a customer is in
 * the first tier whose start the value reaches, else in the last one. So equal values are always in the same, the better, tier.
 *
 * <p>Where a smaller value is better (the metric says so) "reaches" means at most, and everything is turned round.
 *
 * <p>Percentile: tier k starts at the value at rank ⌈s·n⌉ from the best, s being the sum of the shares of the tiers up to k and n the
 * number of customers with a value; so the best tier is never empty. Cumulative: only values above zero make up the total; tier k
 * ends with the customer who makes the running sum reach its share of the total. Customers at zero or below, and everybody when there
 * is no value above zero, are in the last tier. A tier may be empty when equal values went to a better one.
 */
public final class TiersResult extends ModelResult {
    private final ModelDefinition.Tiers model;
    private final TierScale scale;

    private TiersResult(ModelDefinition.Tiers model, ModelContext context, TierScale scale, int[] segments) {
        super(context, segments);
        this.model = model;
        this.scale = scale;
    }

    static TiersResult of(ModelDefinition.Tiers model, ModelContext context, Evaluations shared) {
        MeasureColumn column = context.metrics().column(model.metric());
        MetricDefinition metric = context.definition().metric(model.metric());
        boolean lessIsBetter = metric != null && metric.lowerIsBetter();
        int[] customers = shared.withValues(context, column);
        TierScale scale = TierScale.of(model, column, lessIsBetter, customers, shared);
        return new TiersResult(
                model, context, scale, scale.tiers(context.customers().size(), customers));
    }

    /** Some customers by the starts of all. */
    TiersResult part(ModelContext some) {
        MeasureColumn column = some.metrics().column(model.metric());
        TierScale starts = scale.over(column);
        int[] customers = Ranking.withValues(some, column);
        return new TiersResult(
                model, some, starts, starts.tiers(some.customers().size(), customers));
    }

    @Override
    public ModelDefinition.Tiers model() {
        return model;
    }

    /**
     * The value at which a tier starts, in the metric's unit; {@link Value#MISSING} for the last tier, which takes the rest, and for a
     * tier that no value reaches.
     */
    public Value startsAt(int segment) {
        return scale.startsAt(segment);
    }

    /** The borders by which that way of cutting makes the same tiers; none where there are no such borders. */
    public List<Double> bordersBy(Method method) {
        return TierBorders.of(method, segments(), segmentCount(), scale.column(), this::startsAt);
    }

    @Override
    Reason explain(int customer, int segment) {
        if (segment == NONE) {
            boolean lacksValue = context.present().get(customer);
            Check absent = new Check(model.metric(), Value.MISSING, Operator.PRESENT, List.of(), null, Truth.FAILS, 0);
            return new Reason(model.id(), null, lacksValue ? List.of(absent) : List.of(), false, null);
        }
        return new Reason(
                model.id(),
                segmentId(segment),
                scale.checks(customer, segment),
                segment == 0,
                scale.better(model, customer, segment));
    }
}

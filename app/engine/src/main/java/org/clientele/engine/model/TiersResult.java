package org.clientele.engine.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.NumberColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Check;
import org.clientele.engine.condition.Gap;
import org.clientele.engine.condition.Operator;
import org.clientele.engine.condition.Truth;
import org.clientele.engine.numeric.Blocks;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.jspecify.annotations.Nullable;

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
        if (model.borders().size() != model.segments().size() - 1) {
            throw new IllegalArgumentException(
                    "Model %s has %d tiers and needs a border for each but the last, found %s"
                            .formatted(model.id(), model.segments().size(), model.borders()));
        }
        MeasureColumn column = context.metrics().column(model.metric());
        MetricDefinition metric = context.definition().metric(model.metric());
        boolean lessIsBetter = metric != null && metric.lowerIsBetter();
        int[] customers = shared.withValues(context, column);
        TierScale scale = TierScale.of(model, column, lessIsBetter, customers, shared);
        int[] segments = new int[context.customers().size()];
        Arrays.fill(segments, NONE);
        Blocks.run(customers.length, Evaluations.WORTH, (from, to) -> {
            for (int i = from; i < to; i++) {
                segments[customers[i]] = scale.tier(customers[i]);
            }
        });
        return new TiersResult(model, context, scale, segments);
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
                better(customer, segment));
    }

    private Reason.@Nullable Better better(int customer, int segment) {
        for (int tier = segment - 1; tier >= 0; tier--) {
            Gap gap = scale.gap(customer, tier);
            if (gap != null) {
                return new Reason.Better(segmentId(tier), List.of(gap));
            }
        }
        return null;
    }

    /** Where the tiers start, as keys that grow with goodness. */
    private record TierScale(String metric, MeasureColumn column, boolean lessIsBetter, long[] starts) {
        private static final long NEVER = Long.MAX_VALUE;

        static TierScale of(
                ModelDefinition.Tiers model,
                MeasureColumn column,
                boolean lessIsBetter,
                int[] customers,
                Evaluations shared) {
            TierScale empty = new TierScale(model.metric(), column, lessIsBetter, new long[0]);
            long[] starts =
                    switch (model.method()) {
                        case FIXED -> empty.fixed(model.borders());
                        case PERCENTILE -> TierStarts.percentile(model.borders(), empty.goodness(customers, shared));
                        case CUMULATIVE -> empty.cumulative(model.borders(), empty.goodness(customers, shared));
                    };
            return new TierScale(model.metric(), column, lessIsBetter, starts);
        }

        private long[] fixed(List<Double> borders) {
            return borders.stream()
                    .mapToLong(b -> lessIsBetter ? ~column.floorOrder(b) : column.ceilingOrder(b))
                    .toArray();
        }

        /** Ascending. */
        private long[] goodness(int[] customers, Evaluations shared) {
            long[] orders = shared.sorted(column, customers);
            if (!lessIsBetter) {
                return orders;
            }
            long[] keys = new long[orders.length];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = ~orders[keys.length - 1 - i];
            }
            return keys;
        }

        private long goodness(int customer) {
            long order = column.order(customer);
            return lessIsBetter ? ~order : order;
        }

        private long order(long goodness) {
            return lessIsBetter ? ~goodness : goodness;
        }

        /** Money and counts have their amount as key. */
        private long[] cumulative(List<Double> shares, long[] ascending) {
            return column instanceof NumberColumn
                    ? TierStarts.cumulative(shares, ascending, (LongFunction<Value>) this::amount)
                    : TierStarts.cumulative(shares, ascending, (LongUnaryOperator) this::order);
        }

        /** What a customer of that goodness adds to a cumulative total. */
        private Value amount(long goodness) {
            return column.fromOrder(order(goodness));
        }

        int tier(int customer) {
            return tierOf(goodness(customer));
        }

        private int tierOf(long goodness) {
            int tier = 0;
            while (tier < starts.length && (starts[tier] == NEVER || goodness < starts[tier])) {
                tier++;
            }
            return tier;
        }

        Value startsAt(int tier) {
            return tier == starts.length || starts[tier] == NEVER
                    ? Value.MISSING
                    : column.fromOrder(order(starts[tier]));
        }

        List<Check> checks(int customer, int tier) {
            boolean last = tier == starts.length;
            Operator reached = lessIsBetter ? Operator.AT_MOST : Operator.AT_LEAST;
            int compared = last ? nextReachable(tier) : tier;
            if (compared < 0) {
                return List.of();
            }
            Operator operator = last ? reached.negated() : reached;
            return List.of(new Check(
                    metric, column.value(customer), operator, List.of(startsAt(compared)), null, Truth.HOLDS, 0));
        }

        private int nextReachable(int tier) {
            int better = tier - 1;
            while (better >= 0 && starts[better] == NEVER) {
                better--;
            }
            return better;
        }

        /** What is lacking for exactly this tier; null when nothing leads to it. */
        @Nullable
        Gap gap(int customer, int tier) {
            if (starts[tier] == NEVER || tierOf(starts[tier]) != tier) {
                return null;
            }
            long target = order(starts[tier]);
            return new Gap(
                    metric,
                    lessIsBetter ? Operator.AT_MOST : Operator.AT_LEAST,
                    column.fromOrder(target),
                    column.difference(column.order(customer), target));
        }
    }
}

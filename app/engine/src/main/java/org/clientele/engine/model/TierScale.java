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
import org.clientele.plugins.api.ModelDefinition;
import org.jspecify.annotations.Nullable;

/** Where tiers on one column start, as keys that grow with goodness. */
record TierScale(String metric, MeasureColumn column, boolean lessIsBetter, long[] starts) {
    private static final long NEVER = Long.MAX_VALUE;

    /** @throws IllegalArgumentException unless there is a border for each tier but the last */
    static TierScale of(
            ModelDefinition.Tiers model,
            MeasureColumn column,
            boolean lessIsBetter,
            int[] customers,
            Evaluations shared) {
        if (model.borders().size() != model.segments().size() - 1) {
            throw new IllegalArgumentException(
                    "Model %s has %d tiers and needs a border for each but the last, found %s"
                            .formatted(model.id(), model.segments().size(), model.borders()));
        }
        TierScale empty = new TierScale(model.metric(), column, lessIsBetter, new long[0]);
        long[] starts =
                switch (model.method()) {
                    case FIXED -> empty.fixed(model.borders());
                    case PERCENTILE -> TierStarts.percentile(model.borders(), empty.goodness(customers, shared));
                    case CUMULATIVE -> empty.cumulative(model.borders(), empty.goodness(customers, shared));
                };
        return new TierScale(model.metric(), column, lessIsBetter, starts);
    }

    /** The same starts over a column of the same kind. */
    TierScale over(MeasureColumn other) {
        return new TierScale(metric, other, lessIsBetter, starts);
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

    /** The tier of each of the customers; NONE for all others. */
    int[] tiers(int size, int[] customers) {
        int[] segments = new int[size];
        Arrays.fill(segments, ModelResult.NONE);
        Blocks.run(customers.length, Evaluations.WORTH, (from, to) -> {
            for (int i = from; i < to; i++) {
                segments[customers[i]] = tier(customers[i]);
            }
        });
        return segments;
    }

    private int tier(int customer) {
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
        return tier == starts.length || starts[tier] == NEVER ? Value.MISSING : column.fromOrder(order(starts[tier]));
    }

    List<Check> checks(int customer, int tier) {
        boolean last = tier == starts.length;
        Operator reached = lessIsBetter ? Operator.AT_MOST : Operator.AT_LEAST;
        int compared = last ? nextReachable(tier) : tier;
        if (compared < 0) {
            return List.of();
        }
        Operator operator = last ? reached.negated() : reached;
        return List.of(
                new Check(metric, column.value(customer), operator, List.of(startsAt(compared)), null, Truth.HOLDS, 0));
    }

    private int nextReachable(int tier) {
        int better = tier - 1;
        while (better >= 0 && starts[better] == NEVER) {
            better--;
        }
        return better;
    }

    /** The nearest better tier that can be reached; null when there is none. */
    Reason.@Nullable Better better(ModelDefinition model, int customer, int segment) {
        for (int tier = segment - 1; tier >= 0; tier--) {
            Gap gap = gap(customer, tier);
            if (gap != null) {
                return new Reason.Better(model.segments().get(tier).id(), List.of(gap));
            }
        }
        return null;
    }

    /** What is lacking for exactly this tier; null when nothing leads to it. */
    private @Nullable Gap gap(int customer, int tier) {
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

package org.clientele.engine.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.NumberColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Check;
import org.clientele.engine.condition.Gap;
import org.clientele.engine.condition.Operator;
import org.clientele.engine.condition.Truth;
import org.clientele.plugins.api.ModelDefinition.Matrix.Axis;
import org.clientele.plugins.api.ModelDefinition.Matrix.Method;
import org.jspecify.annotations.Nullable;

/**
 * Cuts one measure into levels from 0. A fixed cut is the least value of the level above it; a cut by percentile is the largest value of
 * the level below it. Equal values share a level.
 */
record LevelScale(String metric, MeasureColumn column, Method method, long[] cuts) {
    static LevelScale of(String model, Axis axis, MeasureColumn column, int[] customers) {
        List<Double> cuts = axis.cuts();
        for (int i = 0; i < cuts.size(); i++) {
            boolean grows = i == 0 || cuts.get(i) > cuts.get(i - 1);
            boolean share = axis.method() == Method.FIXED || cuts.get(i) > 0 && cuts.get(i) < 1;
            if (!grows || !share || !Double.isFinite(cuts.get(i))) {
                throw new IllegalArgumentException(
                        "Model %s needs ascending cuts for %s, between 0 and 1 when they are percentiles, found %s"
                                .formatted(model, axis.metric(), cuts));
            }
        }
        long[] orders = axis.method() == Method.FIXED
                ? cuts.stream().mapToLong(column::ceilingOrder).toArray()
                : percentiles(cuts, column, customers);
        return new LevelScale(axis.metric(), column, axis.method(), orders);
    }

    /** The values at rank ⌈s·n⌉ of the ascending order; no cut without customers. */
    private static long[] percentiles(List<Double> shares, MeasureColumn column, int[] customers) {
        if (customers.length == 0) {
            return new long[0];
        }
        long[] sorted = Ranking.sorted(column, customers);
        BigDecimal count = BigDecimal.valueOf(sorted.length);
        return shares.stream()
                .mapToInt(share -> BigDecimal.valueOf(share)
                        .multiply(count)
                        .setScale(0, RoundingMode.CEILING)
                        .intValueExact())
                .mapToLong(rank -> sorted[rank - 1])
                .toArray();
    }

    /** The same cuts over a column of the same kind. */
    LevelScale over(MeasureColumn other) {
        return new LevelScale(metric, other, method, cuts);
    }

    int level(int customer) {
        return levelOf(column.order(customer));
    }

    private int levelOf(long order) {
        int level = 0;
        while (level < cuts.length && isAbove(order, cuts[level])) {
            level++;
        }
        return level;
    }

    private boolean isAbove(long order, long cut) {
        return method == Method.FIXED ? order >= cut : order > cut;
    }

    List<Value> cutPoints() {
        return Arrays.stream(cuts).mapToObj(column::fromOrder).toList();
    }

    /** The comparison with the cut below the level, for the lowest level with the one above it; none where there is one level. */
    List<Check> check(int customer) {
        List<Check> bounds = bounds(customer);
        return bounds.isEmpty() ? bounds : List.of(bounds.getFirst());
    }

    /** The comparisons with the cuts below and above the level. */
    List<Check> bounds(int customer) {
        List<Check> checks = new ArrayList<>();
        int level = level(customer);
        if (level > 0) {
            checks.add(compared(customer, atLeast(), cuts[level - 1], level));
        }
        if (level < cuts.length) {
            checks.add(compared(customer, atLeast().negated(), cuts[level], level));
        }
        return checks;
    }

    private Operator atLeast() {
        return method == Method.FIXED ? Operator.AT_LEAST : Operator.MORE;
    }

    private Check compared(int customer, Operator operator, long cut, int level) {
        List<Value> thresholds = List.of(column.fromOrder(cut));
        return new Check(metric, column.value(customer), operator, thresholds, null, Truth.HOLDS, level + 1);
    }

    /** What is lacking for exactly this level, which is not the customer's; null when no value has it. */
    @Nullable
    Gap gap(int customer, int level) {
        boolean up = level > level(customer);
        boolean inclusive = up == (method == Method.FIXED);
        long cut = up ? cuts[level - 1] : cuts[level];
        boolean whole = !(column instanceof NumberColumn);
        long target = inclusive ? cut : up ? cut + 1 : cut - 1;
        if (levelOf(target) != level) {
            return null;
        }
        boolean reached = inclusive || whole;
        Operator operator =
                up ? reached ? Operator.AT_LEAST : Operator.MORE : reached ? Operator.AT_MOST : Operator.LESS;
        long shown = reached ? target : cut;
        return new Gap(metric, operator, column.fromOrder(shown), column.difference(column.order(customer), shown));
    }
}

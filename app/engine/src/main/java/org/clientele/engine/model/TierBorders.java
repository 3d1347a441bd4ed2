package org.clientele.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.Value;
import org.clientele.plugins.api.ModelDefinition.Tiers.Method;

/** The borders by which another way of cutting puts the same customers into the same tiers. */
final class TierBorders {
    /** Shares are cut off after so many parts, never rounded up: a border must not reach one customer too many. */
    private static final double PARTS = 1e6;

    private TierBorders() {}

    /** None where there are no such borders, as for a tier that nobody is in or that starts where another one does. */
    static List<Double> of(
            Method method, int[] segments, int tiers, MeasureColumn column, IntFunction<Value> startsAt) {
        List<Double> borders =
                switch (method) {
                    case FIXED -> fixed(tiers, startsAt);
                    case PERCENTILE -> shares(amounts(segments, tiers, column, true));
                    case CUMULATIVE -> cumulated(amounts(segments, tiers, column, false));
                };
        boolean whole = method == Method.FIXED
                ? borders.stream().filter(Double::isFinite).distinct().count() == tiers - 1
                : borders.stream().allMatch(border -> border > 0);
        return whole ? List.copyOf(borders) : List.of();
    }

    private static List<Double> fixed(int tiers, IntFunction<Value> startsAt) {
        List<Double> borders = new ArrayList<>();
        for (int tier = 0; tier < tiers - 1; tier++) {
            Value start = startsAt.apply(tier);
            borders.add(start.isMissing() ? Double.NaN : start.asDouble());
        }
        return borders;
    }

    /** The customers of each tier, or what they make up of the total: only values above zero do. */
    private static double[] amounts(int[] segments, int tiers, MeasureColumn column, boolean customers) {
        double[] amounts = new double[tiers];
        for (int customer = 0; customer < segments.length; customer++) {
            if (segments[customer] != ModelResult.NONE) {
                amounts[segments[customer]] += customers ? 1 : Math.max(0, column.asDouble(customer));
            }
        }
        return amounts;
    }

    private static List<Double> shares(double[] amounts) {
        double total = total(amounts);
        List<Double> shares = new ArrayList<>();
        for (int tier = 0; tier < amounts.length - 1; tier++) {
            shares.add(share(amounts[tier], total));
        }
        return shares;
    }

    private static List<Double> cumulated(double[] amounts) {
        double total = total(amounts);
        double sum = 0;
        List<Double> shares = new ArrayList<>();
        for (int tier = 0; tier < amounts.length - 1; tier++) {
            sum += amounts[tier];
            shares.add(amounts[tier] > 0 && sum < total ? share(sum, total) : Double.NaN);
        }
        return shares;
    }

    private static double total(double[] amounts) {
        double total = 0;
        for (double amount : amounts) {
            total += amount;
        }
        return total;
    }

    private static double share(double part, double total) {
        return Math.floor(part / total * PARTS) / PARTS;
    }
}

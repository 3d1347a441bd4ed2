package org.clientele.engine.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;
import org.clientele.engine.column.Value;

/** Finds where tiers start, from the ascending goodness of all customers. */
final class TierStarts {
    private static final long NEVER = Long.MAX_VALUE;

    private TierStarts() {}

    /** The goodness at rank ⌈s·n⌉ from the best, for the running sums s of the shares. */
    static long[] percentile(List<Double> shares, long[] ascending) {
        long[] starts = new long[shares.size()];
        Arrays.fill(starts, NEVER);
        BigDecimal sum = BigDecimal.ZERO;
        for (int tier = 0; tier < starts.length && ascending.length > 0; tier++) {
            sum = sum.add(BigDecimal.valueOf(shares.get(tier)));
            int rank = sum.multiply(BigDecimal.valueOf(ascending.length))
                    .setScale(0, RoundingMode.CEILING)
                    .min(BigDecimal.valueOf(ascending.length))
                    .max(BigDecimal.ZERO)
                    .intValueExact();
            starts[tier] = rank == 0 ? NEVER : ascending[ascending.length - rank];
        }
        return starts;
    }

    /** The goodness of the customer who makes the running sum, from the largest amount down, reach each share of the total. */
    static long[] cumulative(List<Double> shares, long[] ascending, LongFunction<Value> amount) {
        long[] starts = new long[shares.size()];
        Arrays.fill(starts, NEVER);
        BigDecimal total = BigDecimal.ZERO;
        for (long goodness : ascending) {
            total = total.add(positive(amount.apply(goodness)));
        }
        BigDecimal reached = BigDecimal.ZERO;
        int tier = 0;
        for (int i = ascending.length - 1; i >= 0 && tier < starts.length; i--) {
            BigDecimal value = positive(amount.apply(ascending[i]));
            if (value.signum() == 0) {
                continue;
            }
            reached = reached.add(value);
            while (tier < starts.length
                    && reached.compareTo(total.multiply(BigDecimal.valueOf(shares.get(tier)))) >= 0) {
                starts[tier++] = ascending[i];
            }
        }
        return starts;
    }

    /** The same where amounts are whole numbers of a unit, many times as fast. */
    static long[] cumulative(List<Double> shares, long[] ascending, LongUnaryOperator amount) {
        long[] starts = new long[shares.size()];
        Arrays.fill(starts, NEVER);
        long total = 0;
        for (long goodness : ascending) {
            total = Math.addExact(total, Math.max(0, amount.applyAsLong(goodness)));
        }
        long[] ends = ends(shares, total);
        long reached = 0;
        int tier = 0;
        for (int i = ascending.length - 1; i >= 0 && tier < starts.length; i--) {
            long value = Math.max(0, amount.applyAsLong(ascending[i]));
            reached += value;
            while (value > 0 && tier < starts.length && reached >= ends[tier]) {
                starts[tier++] = ascending[i];
            }
        }
        return starts;
    }

    /** The least whole sums that reach the shares. */
    private static long[] ends(List<Double> shares, long total) {
        return shares.stream()
                .mapToLong(share -> BigDecimal.valueOf(total)
                        .multiply(BigDecimal.valueOf(share))
                        .setScale(0, RoundingMode.CEILING)
                        .longValueExact())
                .toArray();
    }

    private static BigDecimal positive(Value value) {
        BigDecimal number =
                switch (value) {
                    case Value.Money money -> BigDecimal.valueOf(money.minor());
                    case Value.Whole whole -> BigDecimal.valueOf(whole.number());
                    case Value.Decimal decimal -> BigDecimal.valueOf(decimal.number());
                    default -> BigDecimal.ZERO;
                };
        return number.max(BigDecimal.ZERO);
    }
}

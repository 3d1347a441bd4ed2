package org.clientele.churn;

import java.util.List;
import java.util.Set;
import org.clientele.engine.churn.Signal;
import org.jspecify.annotations.Nullable;

/**
 * The customers who may be lost, the greatest value at risk first.
 *
 * @param rows the first of them
 * @param found how many there are
 * @param value at risk of all of them, minor units
 * @param byLifetime whether a customer's value is the lifetime value, otherwise it is what was paid in a year
 * @param cost of keeping one, minor units; null: nobody has said so
 */
public record AtRisk(
        List<Row> rows,
        int found,
        long value,
        Basis basis,
        boolean byLifetime,
        @Nullable Long cost) {
    public AtRisk {
        rows = List.copyOf(rows);
    }

    /**
     * One of them.
     *
     * @param name or number, where the name is not known
     * @param value of the customer, minor units
     * @param atRisk value × probability
     */
    public record Row(long customerId, String name, double probability, Set<Signal> signals, long value, long atRisk) {}

    /** What it would cost to keep all of them; null where the cost is not known. */
    public @Nullable Long wholeCost() {
        return cost == null ? null : Math.multiplyExact(cost, (long) found);
    }
}

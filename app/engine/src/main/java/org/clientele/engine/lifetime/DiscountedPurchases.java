package org.clientele.engine.lifetime;

import org.clientele.engine.numeric.GaussLegendre;

/**
 * Expected purchases of one who is active, each counting less the later it comes: ∫ e^−δt dE(t) = e^−δH E(H) + δ ∫ e^−δt E(t) dt up to the horizon
 * H. E is smooth, so that twelve nodes give nine digits.
 */
final class DiscountedPurchases {
    private static final GaussLegendre RULE = GaussLegendre.of(12);

    private final Horizon horizon;
    private final double rate;

    DiscountedPurchases(Horizon horizon) {
        this.horizon = horizon;
        rate = horizon.rate();
    }

    double of(PurchaseModel active) {
        double sum = Math.exp(-rate * horizon.weeks()) * active.expected(horizon.weeks());
        for (int i = 0; rate > 0 && i < RULE.size(); i++) {
            double weeks = horizon.weeks() * RULE.node(i);
            sum += rate * horizon.weeks() * RULE.weight(i) * Math.exp(-rate * weeks) * active.expected(weeks);
        }
        return sum;
    }
}

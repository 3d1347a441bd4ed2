package org.clientele.engine.cluster;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Amounts that a person would write. */
final class Thresholds {
    private static final int MOST_DIGITS = 17;

    private Thresholds() {}

    /** The amount with the fewest digits, near the middle, that is at least one and below the other. */
    static double between(double low, double high) {
        BigDecimal middle = new BigDecimal(low).add(new BigDecimal(high)).divide(BigDecimal.TWO);
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            double rounded = middle.round(new MathContext(digits, RoundingMode.HALF_EVEN))
                    .doubleValue();
            if (rounded >= low && rounded < high) {
                return rounded;
            }
        }
        return low;
    }
}

package org.clientele.engine.column;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Thresholds given as doubles, as exact longs; what lies outside is held at the ends (the lowest long means missing). */
final class Longs {
    private static final BigDecimal LOWEST = BigDecimal.valueOf(Long.MIN_VALUE + 1);
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private Longs() {}

    static long scaled(double value, int fractionDigits, RoundingMode rounding) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("A threshold must be a number, found NaN");
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? Long.MAX_VALUE : Long.MIN_VALUE + 1;
        }
        BigDecimal scaled =
                BigDecimal.valueOf(value).scaleByPowerOfTen(fractionDigits).setScale(0, rounding);
        return scaled.max(LOWEST).min(HIGHEST).longValueExact();
    }
}

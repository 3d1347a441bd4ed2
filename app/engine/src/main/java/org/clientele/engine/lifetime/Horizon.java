package org.clientele.engine.lifetime;

/**
 * How far to look ahead, and what later money is worth now.
 *
 * @param weeks above 0
 * @param yearlyDiscount a sum in a year is worth 1/(1 + yearlyDiscount) of it now, and days in between in proportion; at least 0
 */
public record Horizon(double weeks, double yearlyDiscount) {
    private static final double WEEKS_OF_A_YEAR = 365.25 / 7;

    public Horizon {
        if (!(weeks > 0 && weeks < Double.POSITIVE_INFINITY && yearlyDiscount >= 0 && yearlyDiscount <= 10)) {
            throw new IllegalArgumentException(
                    "A horizon needs weeks above 0 and a yearly discount from 0 to 10 (0.1 for 10 %%), found %s and %s"
                            .formatted(weeks, yearlyDiscount));
        }
    }

    /** What a sum loses in a week: it is worth exp(−rate · weeks) of it. */
    double rate() {
        return Math.log1p(yearlyDiscount) / WEEKS_OF_A_YEAR;
    }
}

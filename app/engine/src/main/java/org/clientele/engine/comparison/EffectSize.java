package org.clientele.engine.comparison;

/**
 * How much two groups differ in something, whatever the number of customers: a p-value only says that a difference is there, and with enough customers
 * there always is one.
 *
 * @param kind how it is measured
 * @param value 0: no difference; for {@link Kind#CLIFF} −1 to 1 and {@link Kind#COHEN} any number, positive when the first group has more; for
 *     {@link Kind#CRAMER} 0 to 1; NaN when it cannot be measured
 * @param low lower end of its interval
 * @param high upper end
 * @param magnitude in a word, by the usual borders of its kind
 */
public record EffectSize(Kind kind, double value, double low, double high, Magnitude magnitude) {
    /** How it is measured. */
    public enum Kind {
        /**
         * The probability that a customer of the first group has more than one of the second, less the opposite; outliers have no say. Cliff (1993),
         * Dominance Statistics, Psychological Bulletin 114; borders 0.147, 0.33, 0.474 by Romano and others (2006).
         */
        CLIFF,
        /** The difference of the means in pooled standard deviations. Cohen (1988), Statistical Power Analysis; borders 0.2, 0.5, 0.8. */
        COHEN,
        /**
         * How much knowing the group says of the choice: the square root of χ² / customers, for two groups. Cramér (1946); borders 0.1, 0.3, 0.5 by
         * Cohen (1988).
         */
        CRAMER
    }

    /** In a word. */
    public enum Magnitude {
        NONE,
        SMALL,
        MEDIUM,
        LARGE
    }

    static EffectSize of(Kind kind, double value, double low, double high) {
        return new EffectSize(kind, value, low, high, magnitude(kind, Math.abs(value)));
    }

    /** It cannot be measured: a group is too small or nothing differs. */
    static EffectSize unknown(Kind kind) {
        return new EffectSize(kind, Double.NaN, Double.NaN, Double.NaN, Magnitude.NONE);
    }

    /** Whether the interval lies on one side of no difference; false when it cannot be measured. */
    public boolean isCertain() {
        return low > 0 || high < 0;
    }

    private static Magnitude magnitude(Kind kind, double size) {
        return switch (kind) {
            case CLIFF -> by(size, 0.147, 0.33, 0.474);
            case COHEN -> by(size, 0.2, 0.5, 0.8);
            case CRAMER -> by(size, 0.1, 0.3, 0.5);
        };
    }

    private static Magnitude by(double size, double small, double medium, double large) {
        if (size >= large) {
            return Magnitude.LARGE;
        }
        return size >= medium ? Magnitude.MEDIUM : size >= small ? Magnitude.SMALL : Magnitude.NONE;
    }
}

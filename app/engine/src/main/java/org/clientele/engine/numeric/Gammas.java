package org.clientele.engine.numeric;

/**
 * The gamma function's family, to about 1e-14 relative, and the incomplete beta function, to about 1e-12. Stateless.
 *
 * <p>Source: asymptotic series after a shift to arguments above ten (Abramowitz and Stegun 6.1.40, 6.3.18, 6.4.12); the continued fraction
 * of the incomplete beta function by Lentz's method (ibid. 26.5.8).
 */
public final class Gammas {
    private static final double SHIFTED = 10;
    private static final double HALF_LOG_TWO_PI = 0.918938533204672741780;
    private static final int MOST_FRACTIONS = 10_000;
    private static final double TINY = 1e-300;

    private Gammas() {}

    /** The natural logarithm of Γ(x). @param x above 0 */
    public static double log(double x) {
        double product = 1;
        double above = x;
        while (above < SHIFTED) {
            product *= above++;
        }
        double inverse = 1 / above;
        double square = inverse * inverse;
        double series = inverse
                * (1.0 / 12
                        + square
                                * (-1.0 / 360
                                        + square
                                                * (1.0 / 1260
                                                        + square
                                                                * (-1.0 / 1680
                                                                        + square
                                                                                * (1.0 / 1188
                                                                                        + square
                                                                                                * (-691.0 / 360360
                                                                                                        + square
                                                                                                                / 156))))));
        return (above - 0.5) * Math.log(above) - above + HALF_LOG_TWO_PI + series - Math.log(product);
    }

    /** The first derivative of {@link #log}. @param x above 0 */
    public static double digamma(double x) {
        double below = 0;
        double above = x;
        while (above < SHIFTED) {
            below += 1 / above++;
        }
        double inverse = 1 / above;
        double square = inverse * inverse;
        double series = square
                * (1.0 / 12
                        + square
                                * (-1.0 / 120
                                        + square
                                                * (1.0 / 252
                                                        + square
                                                                * (-1.0 / 240
                                                                        + square
                                                                                * (1.0 / 132
                                                                                        + square
                                                                                                * (-691.0 / 32760
                                                                                                        + square
                                                                                                                / 12))))));
        return Math.log(above) - inverse / 2 - series - below;
    }

    /** The second derivative of {@link #log}. @param x above 0 */
    public static double trigamma(double x) {
        double below = 0;
        double above = x;
        while (above < SHIFTED) {
            below += 1 / (above * above);
            above++;
        }
        double inverse = 1 / above;
        double square = inverse * inverse;
        double series = square
                * inverse
                * (1.0 / 6
                        + square
                                * (-1.0 / 30
                                        + square
                                                * (1.0 / 42
                                                        + square
                                                                * (-1.0 / 30
                                                                        + square
                                                                                * (5.0 / 66
                                                                                        + square
                                                                                                * (-691.0 / 2730
                                                                                                        + square * 7
                                                                                                                / 6))))));
        return inverse + square / 2 + series + below;
    }

    /** The natural logarithm of the beta function. */
    public static double logBeta(double a, double b) {
        return log(a) + log(b) - log(a + b);
    }

    /**
     * The probability that a Beta(a, b) variable is at most x.
     *
     * @param x 0–1
     * @param a above 0
     * @param b above 0
     */
    public static double incompleteBeta(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b));
        return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b;
    }

    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m < MOST_FRACTIONS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / nonZero(1 + even * d);
            c = nonZero(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / nonZero(1 + odd * d);
            c = nonZero(1 + odd / c);
            value *= d * c;
            if (Math.abs(d * c - 1) < 1e-14) {
                break;
            }
        }
        return value;
    }

    private static double nonZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}

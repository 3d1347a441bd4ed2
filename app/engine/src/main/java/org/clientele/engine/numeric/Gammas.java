package org.clientele.engine.numeric;

/**
 * The gamma function's family, to about 1e-14 relative, and the incomplete beta and gamma functions with what follows from
 * them, to about 1e-12. Stateless.
 *
 * <p>Source: asymptotic series after a shift to arguments above ten (Abramowitz and Stegun 6.1.40, 6.3.18, 6.4.12); the continued fraction
 * of the incomplete beta function by Lentz's method (ibid. 26.5.8), the incomplete
 * gamma by series and continued fraction (6.5.29, 6.5.31).
 */
public final class Gammas {
    private static final double SHIFTED = 10;
    private static final double HALF_LOG_TWO_PI = 0.918938533204672741780;
    private static final int MOST_FRACTIONS = 10_000;
    private static final double TINY = 1e-300;
    private static final int EXACT = 1_000;

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

    /**
     * The probability that a Gamma(a) variable of scale 1 is at most x.
     *
     * @param a above 0
     * @param x at least 0
     */
    public static double incompleteGamma(double a, double x) {
        if (x <= 0) {
            return 0;
        }
        double front = Math.exp(a * Math.log(x) - x - log(a));
        return x < a + 1 ? front * rising(a, x) : 1 - front * falling(a, x);
    }

    private static double rising(double a, double x) {
        double term = 1 / a;
        double sum = term;
        for (int n = 1; n < MOST_FRACTIONS && term > sum * 1e-16; n++) {
            term *= x / (a + n);
            sum += term;
        }
        return sum;
    }

    private static double falling(double a, double x) {
        double b = x + 1 - a;
        double c = 1 / TINY;
        double d = 1 / b;
        double value = d;
        for (int n = 1; n < MOST_FRACTIONS; n++) {
            double an = n * (a - n);
            b += 2;
            d = 1 / nonZero(an * d + b);
            c = nonZero(b + an / c);
            value *= c * d;
            if (Math.abs(c * d - 1) < 1e-15) {
                break;
            }
        }
        return value;
    }

    /** The probability that a standard normal variable is at most x. */
    public static double normal(double x) {
        double half = incompleteGamma(0.5, x * x / 2) / 2;
        return x < 0 ? 0.5 - half : 0.5 + half;
    }

    /**
     * The probability that a noncentral χ² variable is at most x: exact up to {@value #EXACT}, beyond by Sankaran's approximation (1959), to some
     * four digits.
     *
     * @param x at least 0
     * @param freedom degrees of freedom, above 0
     * @param noncentrality at least 0
     */
    public static double noncentralChiSquare(double x, double freedom, double noncentrality) {
        if (x > EXACT || noncentrality > EXACT) {
            return sankaran(x, freedom, noncentrality);
        }
        double half = noncentrality / 2;
        double sum = 0;
        int middle = (int) half;
        double peak = half == 0 ? 1 : Math.exp(middle * Math.log(half) - half - log(middle + 1.0));
        double weight = peak;
        for (int j = middle; weight > 1e-17; j++) {
            sum += weight * incompleteGamma(freedom / 2 + j, x / 2);
            weight *= half / (j + 1);
        }
        weight = peak;
        for (int j = middle; j > 0 && weight > 1e-17; j--) {
            weight *= j / half;
            sum += weight * incompleteGamma(freedom / 2 + j - 1, x / 2);
        }
        return Math.min(1, sum);
    }

    private static double sankaran(double x, double freedom, double noncentrality) {
        double one = freedom + noncentrality;
        double two = freedom + 2 * noncentrality;
        double three = freedom + 3 * noncentrality;
        double h = 1 - 2.0 / 3 * one * three / (two * two);
        double p = two / (one * one);
        double m = (h - 1) * (1 - 3 * h);
        double mean = 1 + h * p * (h - 1 - (2 - h) * m * p / 2);
        double deviation = h * Math.sqrt(2 * p) * (1 + m * p / 2);
        return normal((Math.pow(x / one, h) - mean) / deviation);
    }
}

package org.clientele.engine.comparison;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.clientele.engine.comparison.EffectSize.Kind;
import org.clientele.engine.numeric.Gammas;

/** Measures how much two groups differ, with 95 % intervals. Arrays are not changed; none holds NaN or infinity. Stateless. */
public final class EffectSizes {
    private static final double Z = 1.959963984540054;
    private static final double TAIL = 0.025;

    private EffectSizes() {}

    /**
     * Cliff's delta with the asymmetric interval of Feng and Cliff (2004), Monte Carlo Evaluation of Ordinal d, Journal of Modern Applied Statistical
     * Methods 3. A tie counts for neither. NaN when a group has fewer than two.
     */
    public static EffectSize cliff(double[] first, double[] second) {
        if (first.length < 2 || second.length < 2) {
            return EffectSize.unknown(Kind.CLIFF);
        }
        double n = first.length;
        double m = second.length;
        Dominance ofFirst = Dominance.of(first, second);
        Dominance ofSecond = Dominance.of(second, first);
        double delta = ofFirst.sum / (n * m);
        double byFirst = ofFirst.squares / (m * m) - n * delta * delta;
        double bySecond = ofSecond.squares / (n * n) - m * delta * delta;
        double cells = ofFirst.untied - n * m * delta * delta;
        double variance = Math.max(0, (m * m * byFirst + n * n * bySecond - cells) / (n * m * (n * m - 1)));
        double least = (1 - delta * delta) / (n * m - 1);
        variance = Math.max(variance, least);
        double spread = Z * Math.sqrt(variance) * Math.sqrt(Math.pow(1 - delta * delta, 2) + Z * Z * variance);
        double middle = delta - delta * delta * delta;
        double scale = 1 - delta * delta + Z * Z * variance;
        boolean apart = scale == 0;
        return EffectSize.of(
                Kind.CLIFF,
                delta,
                apart ? delta : Math.max(-1, (middle - spread) / scale),
                apart ? delta : Math.min(1, (middle + spread) / scale));
    }

    /** How often values of one group lie above and below those of another. */
    private record Dominance(double sum, double squares, double untied) {
        static Dominance of(double[] group, double[] other) {
            double[] sorted = other.clone();
            Arrays.sort(sorted);
            double[] values = group.clone();
            Arrays.sort(values);
            double sum = 0;
            double squares = 0;
            double untied = 0;
            int below = 0;
            int upTo = 0;
            for (double value : values) {
                while (below < sorted.length && sorted[below] < value) {
                    below++;
                }
                while (upTo < sorted.length && sorted[upTo] <= value) {
                    upTo++;
                }
                double wins = below - (sorted.length - upTo);
                sum += wins;
                squares += wins * wins;
                untied += below + sorted.length - upTo;
            }
            return new Dominance(sum, squares, untied);
        }
    }

    /**
     * Cohen's d with a large-sample interval (Hedges and Olkin 1985). NaN when a group has fewer than two, or nothing differs within the groups.
     */
    public static EffectSize cohen(double[] first, double[] second) {
        double n = first.length;
        double m = second.length;
        if (n < 2 || m < 2) {
            return EffectSize.unknown(Kind.COHEN);
        }
        double meanOfFirst = mean(first);
        double meanOfSecond = mean(second);
        double pooled = Math.sqrt((squares(first, meanOfFirst) + squares(second, meanOfSecond)) / (n + m - 2));
        if (!(pooled > 0)) {
            return EffectSize.unknown(Kind.COHEN);
        }
        double d = (meanOfFirst - meanOfSecond) / pooled;
        double error = Math.sqrt((n + m) / (n * m) + d * d / (2 * (n + m)));
        return EffectSize.of(Kind.COHEN, d, d - Z * error, d + Z * error);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double squares(double[] values, double mean) {
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    }

    /**
     * Cramér's V of two groups and a choice, with the interval by the noncentral χ² distribution (Smithson 2003, Confidence Intervals). NaN when a group
     * is empty or only one choice occurs.
     *
     * @param first how many of the first group chose each
     * @param second the same of the second, equally long
     */
    public static EffectSize cramer(int[] first, int[] second) {
        double n = Arrays.stream(first).sum();
        double m = Arrays.stream(second).sum();
        int choices = (int) IntStream.range(0, first.length)
                .filter(i -> first[i] + second[i] > 0)
                .count();
        if (n == 0 || m == 0 || choices < 2) {
            return EffectSize.unknown(Kind.CRAMER);
        }
        double chi = 0;
        for (int i = 0; i < first.length; i++) {
            double all = (double) first[i] + second[i];
            if (all > 0) {
                double expected = all * n / (n + m);
                double other = all * m / (n + m);
                double away = first[i] - expected;
                chi += away * away / expected + away * away / other;
            }
        }
        double freedom = choices - 1;
        double value = Math.min(1, Math.sqrt(chi / (n + m)));
        double low = Math.sqrt(noncentrality(chi, freedom, 1 - TAIL) / (n + m));
        double high = Math.sqrt((noncentrality(chi, freedom, TAIL)) / (n + m));
        return EffectSize.of(Kind.CRAMER, value, Math.min(value, low), Math.clamp(high, value, 1));
    }

    /** The noncentrality with which a χ² at most as large has a probability; 0 when it is less likely even without. */
    private static double noncentrality(double chi, double freedom, double probability) {
        double low = 0;
        double high = 2 * chi + 100;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (Gammas.noncentralChiSquare(chi, freedom, middle) > probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

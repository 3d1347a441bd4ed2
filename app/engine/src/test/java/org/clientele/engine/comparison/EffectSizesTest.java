package org.clientele.engine.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.clientele.engine.comparison.EffectSize.Kind;
import org.clientele.engine.comparison.EffectSize.Magnitude;
import org.clientele.engine.numeric.Gammas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectSizesTest {
    private static double[] normal(Random random, int size, double mean) {
        return random.doubles(size).map(x -> mean + random.nextGaussian()).toArray();
    }

    @Test
    void shouldCountWhoHasMore() {
        EffectSize delta = EffectSizes.cliff(new double[] {1, 2, 3, 4}, new double[] {2, 2, 0});

        assertThat(delta.value()).isEqualTo(0.5);
        assertThat(EffectSizes.cliff(new double[] {5, 6}, new double[] {1, 2, 3})
                        .value())
                .isEqualTo(1);
        assertThat(EffectSizes.cliff(new double[] {1, 1}, new double[] {1, 1, 1})
                        .value())
                .isZero();
        assertThat(EffectSizes.cliff(new double[] {1}, new double[] {1, 2}).value())
                .isNaN();
    }

    @Test
    void shouldAgreeWithComparingEveryPair() {
        Random random = new Random(1);
        double[] first = random.ints(70, 0, 12).asDoubleStream().toArray();
        double[] second = random.ints(50, 2, 12).asDoubleStream().toArray();
        double sum = 0;
        for (double a : first) {
            for (double b : second) {
                sum += Math.signum(a - b);
            }
        }
        EffectSize delta = EffectSizes.cliff(first, second);

        assertThat(delta.value()).isCloseTo(sum / 3_500, within(1e-12));
        assertThat(EffectSizes.cliff(second, first).value()).isCloseTo(-delta.value(), within(1e-12));
        assertThat(EffectSizes.cliff(second, first).low()).isCloseTo(-delta.high(), within(1e-9));
    }

    @Test
    void shouldHoldTheTruthInMostIntervals() {
        Random random = new Random(2);
        double truth = 2 * Gammas.normal(0.5 / Math.sqrt(2)) - 1;
        int inside = 0;
        int insideOfMeans = 0;
        for (int i = 0; i < 1_000; i++) {
            double[] first = normal(random, 60, 0.5);
            double[] second = normal(random, 40, 0);
            EffectSize delta = EffectSizes.cliff(first, second);
            EffectSize d = EffectSizes.cohen(first, second);
            inside += delta.low() <= truth && truth <= delta.high() ? 1 : 0;
            insideOfMeans += d.low() <= 0.5 && 0.5 <= d.high() ? 1 : 0;
        }
        assertThat(inside).isBetween(930, 970);
        assertThat(insideOfMeans).isBetween(930, 970);
    }

    @Test
    void shouldMeasureMeansInDeviations() {
        EffectSize d = EffectSizes.cohen(new double[] {2, 4, 6}, new double[] {1, 3, 5});

        assertThat(d.value()).isCloseTo(0.5, within(1e-12));
        assertThat(d.magnitude()).isEqualTo(Magnitude.MEDIUM);
        assertThat(d.low()).isNegative();
        assertThat(EffectSizes.cohen(new double[] {1, 1}, new double[] {2, 2}).value())
                .isNaN();
    }

    @Test
    void shouldMeasureWhatTheGroupSaysOfAChoice() {
        assertThat(EffectSizes.cramer(new int[] {10, 0}, new int[] {0, 10}).value())
                .isEqualTo(1);
        assertThat(EffectSizes.cramer(new int[] {10, 20}, new int[] {5, 10}).value())
                .isCloseTo(0, within(1e-12));
        EffectSize v = EffectSizes.cramer(new int[] {30, 20, 0}, new int[] {20, 30, 0});
        assertThat(v.value()).isCloseTo(0.2, within(1e-12));
        assertThat(v.magnitude()).isEqualTo(Magnitude.SMALL);
        assertThat(v.low()).isBetween(0.0, 0.05);
        assertThat(v.high()).isBetween(0.35, 0.45);
        assertThat(EffectSizes.cramer(new int[] {3, 0}, new int[] {4, 0}).value())
                .isNaN();
        assertThat(EffectSizes.cramer(new int[] {0, 0}, new int[] {4, 1}).value())
                .isNaN();
    }

    @Test
    void shouldGiveTheIntervalOfFengAndCliff() {
        double[] first = {1, 4, 4, 6, 9};
        double[] second = {2, 3, 4};
        double n = first.length;
        double m = second.length;
        double delta = mean(first, a -> mean(second, b -> Math.signum(a - b)));
        double ofFirst = n * mean(first, a -> Math.pow(mean(second, b -> Math.signum(a - b)) - delta, 2));
        double ofSecond = m * mean(second, b -> Math.pow(mean(first, a -> Math.signum(a - b)) - delta, 2));
        double ofPairs = n * m * mean(first, a -> mean(second, b -> Math.pow(Math.signum(a - b) - delta, 2)));
        double variance = (m * m * ofFirst + n * n * ofSecond - ofPairs) / (n * m * (n * m - 1));
        double z = 1.959963984540054;
        double spread = z * Math.sqrt(variance) * Math.sqrt(Math.pow(1 - delta * delta, 2) + z * z * variance);
        double scale = 1 - delta * delta + z * z * variance;

        EffectSize size = EffectSizes.cliff(first, second);

        assertThat(size.value()).isCloseTo(7 / 15.0, within(1e-12));
        assertThat(size.low()).isCloseTo((delta - Math.pow(delta, 3) - spread) / scale, within(1e-12));
        assertThat(size.high()).isCloseTo((delta - Math.pow(delta, 3) + spread) / scale, within(1e-12));
        assertThat(size.magnitude()).isEqualTo(Magnitude.MEDIUM);
    }

    /** All of one group above all of the other: the variance is nothing, the least there can be is taken. */
    @Test
    void shouldEndTheIntervalWhereItMeansAll() {
        EffectSize apart = EffectSizes.cliff(new double[] {5, 6}, new double[] {1, 2});

        assertThat(apart.value()).isEqualTo(1);
        assertThat(apart.low()).isEqualTo(1);
        assertThat(apart.high()).isEqualTo(1);
        EffectSize same = EffectSizes.cliff(new double[] {1, 1}, new double[] {1, 1});
        assertThat(same.low()).isCloseTo(-same.high(), within(1e-12)).isNegative();
        assertThat(same.high()).isCloseTo(0.7494, within(1e-3));
    }

    private static double mean(double[] values, DoubleUnaryOperator of) {
        return Arrays.stream(values).map(of).sum() / values.length;
    }

    @Test
    void shouldGiveTheIntervalOfHedgesAndOlkin() {
        EffectSize d = EffectSizes.cohen(new double[] {2, 4, 6, 9}, new double[] {1, 4});

        double pooled = Math.sqrt((26.75 + 4.5) / 4);
        double value = (5.25 - 2.5) / pooled;
        double error = Math.sqrt(6 / 8.0 + value * value / 12);
        assertThat(d.value()).isCloseTo(value, within(1e-12));
        assertThat(d.low()).isCloseTo(value - 1.959963984540054 * error, within(1e-12));
        assertThat(d.high()).isCloseTo(value + 1.959963984540054 * error, within(1e-12));
        assertThat(d.kind()).isEqualTo(Kind.COHEN);
    }

    @Test
    void shouldNotMeasureMeansOfAGroupOfOne() {
        EffectSize one = EffectSizes.cohen(new double[] {3}, new double[] {1, 2, 4});

        assertThat(one).isEqualTo(EffectSizes.cohen(new double[] {1, 2, 4}, new double[] {3}));
        assertThat(one.value()).isNaN();
        assertThat(one.low()).isNaN();
        assertThat(one.magnitude()).isEqualTo(Magnitude.NONE);
    }

    @Test
    void shouldGiveTheIntervalOfTheNoncentralDistribution() {
        EffectSize v = EffectSizes.cramer(new int[] {30, 20, 10}, new int[] {10, 20, 50});

        double chi = 140
                * (900 / (60 * 40.0)
                        + 100 / (80 * 40.0)
                        + 400 / (60 * 40.0)
                        + 400 / (80 * 40.0)
                        + 100 / (60 * 60.0)
                        + 2_500 / (80 * 60.0)
                        - 1);
        assertThat(v.value()).isCloseTo(Math.sqrt(chi / 140), within(1e-12));
        assertThat(Gammas.noncentralChiSquare(chi, 2, v.low() * v.low() * 140)).isCloseTo(0.975, within(1e-9));
        assertThat(Gammas.noncentralChiSquare(chi, 2, v.high() * v.high() * 140))
                .isCloseTo(0.025, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "CLIFF, 0.146, NONE",
        "CLIFF, 0.147, SMALL",
        "CLIFF, -0.33, MEDIUM",
        "CLIFF, -0.474, LARGE",
        "COHEN, 0.19, NONE",
        "COHEN, -0.2, SMALL",
        "COHEN, 0.5, MEDIUM",
        "COHEN, 0.8, LARGE",
        "CRAMER, 0.09, NONE",
        "CRAMER, 0.1, SMALL",
        "CRAMER, 0.3, MEDIUM",
        "CRAMER, 0.5, LARGE"
    })
    void shouldSayInAWordHowLargeItIs(Kind kind, double value, Magnitude magnitude) {
        assertThat(EffectSize.of(kind, value, value, value).magnitude()).isEqualTo(magnitude);
    }

    @Test
    void shouldNarrowWithCustomers() {
        EffectSize few = EffectSizes.cramer(new int[] {30, 20}, new int[] {20, 30});
        EffectSize many = EffectSizes.cramer(new int[] {30_000, 20_000}, new int[] {20_000, 30_000});

        assertThat(many.value()).isCloseTo(few.value(), within(1e-12));
        assertThat(many.high() - many.low()).isLessThan(0.02);
        assertThat(many.low()).isGreaterThan(0.19);
    }

    @Test
    void shouldKnowTheNoncentralDistribution() {
        assertThat(Gammas.noncentralChiSquare(3.841458820694124, 1, 0)).isCloseTo(0.95, within(1e-10));
        assertThat(Gammas.noncentralChiSquare(10, 3, 5)).isCloseTo(0.7066486477774525, within(1e-12));
        assertThat(Gammas.noncentralChiSquare(1_001, 4, 1_000))
                .isCloseTo(Gammas.noncentralChiSquare(999.9, 4, 998.9), within(1e-3));
        assertThat(Gammas.incompleteGamma(2.5, 1.3)).isCloseTo(0.23863473215498604, within(1e-13));
        assertThat(Gammas.normal(1.959963984540054)).isCloseTo(0.975, within(1e-12));
        assertThat(Gammas.normal(-1.959963984540054)).isCloseTo(0.025, within(1e-12));
    }
}

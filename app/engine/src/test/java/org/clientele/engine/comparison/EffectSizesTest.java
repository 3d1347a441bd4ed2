package org.clientele.engine.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.clientele.engine.comparison.EffectSize.Magnitude;
import org.clientele.engine.numeric.Gammas;
import org.junit.jupiter.api.Test;

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

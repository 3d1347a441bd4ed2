package org.clientele.engine.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumericTest {
    private static final double EULER = 0.57721566490153286061;

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.57236494292470008707",
        "1, 0",
        "1e-6, 13.815509980749431669",
        "7.25, 7.0521854507385394945",
        "171, 706.57306224578734715",
        "1e6, 12815504.56914761166"
    })
    void shouldKnowTheLogarithmOfGamma(double x, double expected) {
        assertThat(Gammas.log(x)).isCloseTo(expected, within(1e-14 * Math.max(1, Math.abs(expected))));
    }

    @Test
    void shouldKnowItsDerivatives() {
        assertThat(Gammas.digamma(1)).isCloseTo(-EULER, within(1e-14));
        assertThat(Gammas.digamma(0.5)).isCloseTo(-EULER - 2 * Math.log(2), within(1e-14));
        assertThat(Gammas.trigamma(1)).isCloseTo(Math.PI * Math.PI / 6, within(1e-14));
        assertThat(Gammas.trigamma(0.5)).isCloseTo(Math.PI * Math.PI / 2, within(1e-13));
        for (double x : new double[] {0.03, 2.7, 9.99, 10.01, 350}) {
            double slope = (Gammas.log(x * 1.0001) - Gammas.log(x * 0.9999)) / (0.0002 * x);
            assertThat(Gammas.digamma(x)).isCloseTo(slope, within(1e-6 * (1 + Math.abs(slope))));
        }
    }

    @Test
    void shouldKnowTheIncompleteBeta() {
        assertThat(Gammas.incompleteBeta(0.3, 1, 1)).isCloseTo(0.3, within(1e-13));
        assertThat(Gammas.incompleteBeta(0.25, 2, 3)).isCloseTo(0.26171875, within(1e-13));
        assertThat(Gammas.incompleteBeta(0.5, 0.5, 0.5)).isCloseTo(0.5, within(1e-13));
        assertThat(Gammas.incompleteBeta(0.9, 200, 30))
                .isCloseTo(1 - Gammas.incompleteBeta(0.1, 30, 200), within(1e-13));
        assertThat(Gammas.incompleteBeta(0, 2, 3)).isZero();
        assertThat(Gammas.incompleteBeta(1, 2, 3)).isOne();
    }

    @Test
    void shouldIntegratePolynomialsExactly() {
        GaussLegendre rule = GaussLegendre.of(5);
        double sum = 0;
        for (int i = 0; i < rule.size(); i++) {
            sum += rule.weight(i) * Math.pow(rule.node(i), 9);
        }
        assertThat(sum).isCloseTo(0.1, within(1e-15));
    }

    @Test
    void shouldClimbToTheMaximumAndSayHowSharpItIs() {
        double[] target = {3, 0.01};
        Maximiser.Maximum maximum = Maximiser.climb(at -> parabola(at, target), new double[] {1, 1});

        assertThat(maximum.found()).isTrue();
        assertThat(maximum.at()).containsExactly(target, within(1e-5));
        assertThat(maximum.covariance()[0]).isCloseTo(1, within(1e-6));
    }

    /** −½ Σ log²(x/target). */
    private static Derivatives parabola(double[] at, double[] target) {
        Derivatives sum = new Derivatives(2);
        for (int i = 0; i < 2; i++) {
            double log = Math.log(at[i] / target[i]);
            sum.value -= log * log / 2;
            sum.gradient[i] = -log / at[i];
            sum.hessian[3 * i] = (log - 1) / (at[i] * at[i]);
        }
        return sum;
    }

    /** Sums over a million customers come out different in their last digits from one point to the next. */
    @Test
    void shouldStopWhereRoundingHidesWhatIsLeftToGain() {
        double[] target = {3, 0.5};
        int[] asked = {0};
        Maximiser.Maximum maximum = Maximiser.climb(
                at -> {
                    Derivatives rounded = parabola(at, target);
                    double off = asked[0]++ % 2 == 0 ? 1 : -1;
                    rounded.value -= 2e7 + off * 1e-6;
                    rounded.gradient[0] += off * 3e-4;
                    return rounded;
                },
                new double[] {1, 1});
        assertThat(maximum.found()).isTrue();
        assertThat(asked[0]).isLessThan(30);
        assertThat(maximum.at()[0]).isCloseTo(3, within(1e-2));
    }

    /** On a long ridge terms cancel out, so that the slope says there is more to gain than the value ever shows. */
    @Test
    void shouldGiveUpSoonWhereTheSlopePromisesWhatTheValueDoesNotKeep() {
        int[] asked = {0};
        Maximiser.Maximum none = Maximiser.climb(
                at -> {
                    asked[0]++;
                    Derivatives biased = parabola(at, new double[] {3, 0.5});
                    biased.value = Math.rint(biased.value * 1e6) / 1e6;
                    biased.gradient[0] += 1e-2;
                    return biased;
                },
                new double[] {1, 1});
        assertThat(none.found()).isFalse();
        assertThat(asked[0]).isLessThan(300);
    }

    @Test
    void shouldFindNoMaximumWhereThereIsNone() {
        Maximiser.Maximum none = Maximiser.climb(
                at -> {
                    Derivatives sum = new Derivatives(1);
                    sum.value = -1 / at[0];
                    sum.gradient[0] = 1 / (at[0] * at[0]);
                    sum.hessian[0] = -2 / (at[0] * at[0] * at[0]);
                    return sum;
                },
                new double[] {1e-3});

        assertThat(none.found()).isFalse();
    }
}

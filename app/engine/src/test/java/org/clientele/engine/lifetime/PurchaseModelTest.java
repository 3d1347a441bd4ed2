package org.clientele.engine.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PurchaseModelTest {
    static List<PurchaseModel> models() {
        return List.of(
                new BgNbd(0.243, 4.414, 0.793, 2.426),
                new BgNbd(1.5, 20, 1, 3),
                new BgNbd(0.7, 9, 0.3, 0.4),
                new BgNbd(2, 5, 1.4, 0.9),
                new ParetoNbd(0.553, 10.578, 0.606, 11.669),
                new ParetoNbd(0.9, 20, 1, 3),
                new ParetoNbd(3, 2, 2.5, 50));
    }

    @ParameterizedTest
    @MethodSource("models")
    void shouldExpectTheMeanOfItsDistribution(PurchaseModel model) {
        double[] shares = model.distribution(30, 2_000);

        assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-7));
        assertThat(IntStream.range(0, shares.length)
                        .mapToDouble(n -> n * shares[n])
                        .sum())
                .isCloseTo(model.expected(30), within(1e-5));
    }

    @ParameterizedTest
    @MethodSource("models")
    void shouldExpectOfACustomerWhatTheSharpenedModelExpects(PurchaseModel model) {
        double expected = model.expected(7, 21.5, 40, 26);

        assertThat(model.alive(7, 21.5, 40)).isBetween(0.0, 1.0);
        assertThat(expected)
                .isCloseTo(model.alive(7, 21.5, 40) * model.after(7, 40).expected(26), within(1e-12));
        assertThat(model.expected(7, 21.5, 40, 27)).isGreaterThan(expected);
        assertThat(model.expected(7, 21.5, 40, 0)).isZero();
        assertThat(model.alive(7, 39.9, 40)).isGreaterThan(model.alive(7, 21.5, 40));
    }

    @ParameterizedTest
    @MethodSource("models")
    void shouldStayFiniteForCustomersWhoBuyEveryDayForYears(PurchaseModel model) {
        assertThat(model.logLikelihood(3_000, 600, 900)).isFinite();
        assertThat(model.alive(3_000, 600, 900)).isBetween(0.0, 1e-6);
        assertThat(model.alive(3_000, 900, 900)).isGreaterThan(0.5);
        assertThat(model.expected(3_000, 900, 900, 52)).isBetween(50.0, 200.0);
        assertThat(model.expected(0, 0, 0, 5_000)).isFinite().isPositive();
    }

    @Test
    void shouldNotJumpWhereTheFormulaDividesByNothing() {
        for (double step : new double[] {1e-4, 1e-7, 1e-10}) {
            assertThat(new BgNbd(0.5, 8, 1 + step, 2).expected(40))
                    .isCloseTo(new BgNbd(0.5, 8, 1, 2).expected(40), within(10 * step + 1e-12));
            assertThat(new ParetoNbd(0.5, 8, 1 + step, 2).expected(40))
                    .isCloseTo(new ParetoNbd(0.5, 8, 1, 2).expected(40), within(10 * step + 1e-9));
        }
    }

    /** The series of the paper cut after some terms: 150 give the published figure for 78 weeks, all of them 1.8579. */
    @Test
    void shouldAgreeWithTheSpreadsheetOfThePaper() {
        BgNbd model = new BgNbd(0.24259, 4.41360, 0.79292, 2.42591);

        assertThat(cutSeries(model, 78, 150)).isCloseTo(1.8576, within(5e-5));
        assertThat(model.expected(78)).isCloseTo(1.8579, within(5e-5));
        assertThat(model.expected(78)).isCloseTo(cutSeries(model, 78, 2_000), within(1e-9));
    }

    private static double cutSeries(BgNbd model, double weeks, int terms) {
        double c = model.a() + model.b() - 1;
        double z = weeks / (model.alpha() + weeks);
        double term = 1;
        double sum = 1;
        for (int j = 1; j <= terms; j++) {
            term *= (model.r() + j - 1) * (model.b() + j - 1) / ((c + j - 1) * j) * z;
            sum += term;
        }
        return c / (model.a() - 1) * (1 - Math.pow(model.alpha() / (model.alpha() + weeks), model.r()) * sum);
    }

    @Test
    void shouldTellWhatOneCustomerSpendsFromWhatAllDo() {
        GammaGamma model = new GammaGamma(6.25, 3.74, 15.44);

        assertThat(model.expected(0, Double.NaN)).isCloseTo(6.25 * 15.44 / 2.74, within(1e-12));
        assertThat(model.expected(1_000, 80)).isCloseTo(80, within(0.1));
        assertThat(new GammaGamma(0.2, 0.5, 10).expected(0, 0)).isInfinite();
        assertThat(model.atMost(3, 40, 2, 0)).isZero();
        assertThat(model.atMost(3, 40, 2, 1e9)).isCloseTo(1, within(1e-9));
        assertThat(model.atMost(3, 40, 2, 80)).isBetween(0.4, 0.7);
    }
}

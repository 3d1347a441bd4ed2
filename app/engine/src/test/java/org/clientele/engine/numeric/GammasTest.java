package org.clientele.engine.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against values computed to thirty digits. */
class GammasTest {
    @ParameterizedTest
    @CsvSource({
        "0.03, 3.48997104344241192, -33.8622544206187638, 1112.68673602647952",
        "0.7, 0.260867246531666514, -1.22002355369793461, 2.83404915669461063",
        "2.7, 0.434820553655104532, 0.796783168991141016, 0.447212068918323641",
        "9.99, 12.7793152143501929, 2.2507003728312011, 0.105276950148241787",
        "10, 12.8018274800814696, 2.25175258906672111, 0.105166335681685746",
        "10.01, 12.8243502624482478, 2.25280370031813576, 0.105055953205515089",
        "42.5, 115.90007047041453, 3.73769323650009362, 0.0238083992440564155",
        "350, 1698.26681412034703, 5.85650390278333441, 0.00286122837705876523"
    })
    void shouldKnowTheLogarithmOfGammaAndItsDerivatives(double x, double log, double first, double second) {
        assertThat(Gammas.log(x)).isCloseTo(log, within(2e-14 * Math.max(1, Math.abs(log))));
        assertThat(Gammas.digamma(x)).isCloseTo(first, within(2e-14 * Math.max(1, Math.abs(first))));
        assertThat(Gammas.trigamma(x)).isCloseTo(second, within(2e-14 * Math.max(1, second)));
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.5, 0.5, 0.204832764699133452",
        "0.01, 3, 8, 0.00011384911790577964",
        "0.6, 7.5, 2.25, 0.110507144740954167",
        "0.95, 30, 2, 0.536596909857343917",
        "0.5, 100, 120, 0.911796062794981802",
        "0.25, 1, 0.2, 0.0559124887050980178",
        "1e-06, 0.3, 5, 0.0280183103282171033"
    })
    void shouldKnowTheIncompleteBeta(double x, double a, double b, double expected) {
        assertThat(Gammas.incompleteBeta(x, a, b)).isCloseTo(expected, within(1e-12 * Math.max(expected, 1e-3)));
        assertThat(Gammas.incompleteBeta(1 - x, b, a)).isCloseTo(1 - expected, within(1e-12));
    }

    @Test
    void shouldEndTheIncompleteBetaAtItsEnds() {
        assertThat(Gammas.incompleteBeta(-1, 2, 3)).isZero();
        assertThat(Gammas.incompleteBeta(2, 2, 3)).isOne();
        assertThat(Gammas.logBeta(2, 3)).isCloseTo(Math.log(1 / 12.0), within(1e-14));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.2, 0.472910743134461915",
        "2.5, 1.3, 0.238634732154986083",
        "2.5, 3.4, 0.764055462305478618",
        "2.5, 3.6, 0.793814080290444112",
        "3, 20, 0.999999544485049441",
        "10, 4, 0.00813224279693386316",
        "1, 1, 0.632120558828557678",
        "1, 2, 0.864664716763387308",
        "200, 190, 0.243347427100623804",
        "0.01, 0.3, 0.990927603578234907"
    })
    void shouldKnowTheIncompleteGamma(double a, double x, double expected) {
        assertThat(Gammas.incompleteGamma(a, x)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void shouldStartTheIncompleteGammaAtNothing() {
        assertThat(Gammas.incompleteGamma(2, 0)).isZero();
        assertThat(Gammas.incompleteGamma(2, -1)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5", "1, 0.8413447460685429", "-2.5, 0.006209665325776135", "6, 0.9999999990134124"})
    void shouldKnowTheNormalDistribution(double x, double expected) {
        assertThat(Gammas.normal(x)).isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "10, 3, 5, 0.706648647777451735",
        "2, 1, 0.5, 0.743302512144178632",
        "30, 4, 20, 0.758234324018937188",
        "100, 2, 90, 0.677869108636243154",
        "5, 2, 60, 9.33604661241601621e-9",
        "900, 5, 900, 0.473418623613252689",
        "3, 2, 0, 0.776869839851570171"
    })
    void shouldKnowTheNoncentralDistribution(double x, double freedom, double noncentrality, double expected) {
        assertThat(Gammas.noncentralChiSquare(x, freedom, noncentrality))
                .isCloseTo(expected, within(1e-11 * Math.max(expected, 1e-3)));
    }

    @ParameterizedTest
    @CsvSource({"1100, 4, 1050, 0.763245890650596456", "1001, 4, 1000, 0.487386440553", "995, 4, 1001, 0.443361042801"})
    void shouldKnowTheNoncentralDistributionOfMuchToFourDigits(
            double x, double freedom, double noncentrality, double expected) {
        assertThat(Gammas.noncentralChiSquare(x, freedom, noncentrality)).isCloseTo(expected, within(2e-4));
    }
}

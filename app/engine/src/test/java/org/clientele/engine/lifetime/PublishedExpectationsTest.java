package org.clientele.engine.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the papers and the walkthroughs of their authors expect of customers, to the digits printed. */
class PublishedExpectationsTest {
    private static final BgNbd BG_NBD = new BgNbd(0.243, 4.414, 0.793, 2.426);
    private static final BgNbd UNROUNDED = new BgNbd(0.24259, 4.41360, 0.79292, 2.42591);
    private static final ParetoNbd PARETO_NBD = new ParetoNbd(0.553, 10.578, 0.606, 11.669);
    private static final double CLOSE = 5e-5;

    /** That of 78 weeks is printed from a series cut short; see {@link PurchaseModelTest}. */
    @ParameterizedTest
    @CsvSource({"0.1429, 0.0078", "1, 0.0532", "3, 0.1506", "31.8571, 1.0405", "32, 1.0437"})
    void shouldExpectRepeatPurchasesOfNewCustomers(double weeks, double expected) {
        assertThat(UNROUNDED.expected(weeks)).isCloseTo(expected, within(CLOSE));
    }

    @Test
    void shouldExpectPurchasesOfOneCustomer() {
        assertThat(BG_NBD.expected(2, 30.43, 38.86, 39)).isCloseTo(1.226, within(5e-4));
        assertThat(BG_NBD.distribution(39, 1)[0]).isCloseTo(0.5737864, within(5e-8));
    }

    @Test
    void shouldExpectOfTheParetoNbdWhatItsWalkthroughPrints() {
        assertThat(PARETO_NBD.expected(52)).isCloseTo(1.473, within(5e-4));
        assertThat(PARETO_NBD.expected(26, 30.86, 31, 52)).isCloseTo(25.46, within(5e-3));
        assertThat(PARETO_NBD.alive(26, 30.86, 31)).isCloseTo(0.9979, within(CLOSE));
    }

    @Test
    void shouldExpectTheSpendingOfTheFirstTenCustomers() {
        PurchaseHistories histories = CdnowSample.histories();
        GammaGamma values = ((Fitting.Fitted<GammaGamma>) GammaGammaFit.fit(histories)).model();
        double[] expected = {24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17};

        for (int customer = 0; customer < expected.length; customer++) {
            assertThat(values.expected(histories.valued(customer), histories.mean(customer)))
                    .isCloseTo(expected[customer], within(5e-3));
        }
    }
}

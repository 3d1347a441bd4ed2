package org.clientele.engine.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.clientele.engine.TestData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The published figures of the CDNOW sample, to the digits printed. */
class PublishedFitTest {
    private static PurchaseHistories histories;

    @BeforeAll
    static void read() {
        histories = CdnowSample.histories();
    }

    private static <M> Fitting.Fitted<M> fitted(Fitting<M> fitting) {
        assertThat(fitting).isInstanceOf(Fitting.Fitted.class);
        return (Fitting.Fitted<M>) fitting;
    }

    @Test
    void shouldMakeTheSummaryOfThePapers() throws IOException {
        List<String> lines =
                Files.readAllLines(TestData.shared("retail/cdnow_customers_summary_with_transactions.csv"));
        assertThat(histories.size()).isEqualTo(2_357);
        for (int customer = 0; customer < histories.size(); customer++) {
            String[] cells = lines.get(customer + 1).split(",");
            assertThat(histories.repeats(customer)).isEqualTo(Integer.parseInt(cells[1]));
            assertThat(histories.last(customer)).isCloseTo(Double.parseDouble(cells[2]), within(0.0051));
            assertThat(histories.age(customer)).isCloseTo(Double.parseDouble(cells[3]), within(0.0051));
            double mean = histories.valued(customer) == 0 ? 0 : histories.mean(customer);
            assertThat(mean).isCloseTo(Double.parseDouble(cells[4]), within(0.0051));
        }
    }

    @Test
    void shouldFitTheBgNbdOfThePaper() {
        Fitting.Fitted<PurchaseModel> fit = fitted(PurchaseFit.bgNbd(histories));

        assertThat(fit.customers()).isEqualTo(2_357);
        assertThat(fit.leftOut()).isZero();
        assertThat(fit.logLikelihood()).isCloseTo(-9582.4292, within(5e-5));
        assertThat(values(fit)).containsExactly(new double[] {0.24259, 4.41360, 0.79292, 2.42591}, within(6e-6));
        assertThat(fit.estimates()).extracting(Fitting.Estimate::name).containsExactly("r", "alpha", "a", "b");
    }

    @Test
    void shouldFitTheParetoNbdOfThePaper() {
        Fitting.Fitted<PurchaseModel> fit = fitted(PurchaseFit.paretoNbd(histories));

        assertThat(fit.logLikelihood()).isCloseTo(-9594.9762, within(5e-5));
        assertThat(values(fit)).containsExactly(new double[] {0.553, 10.578, 0.606, 11.669}, within(5e-4));
    }

    @Test
    void shouldFitTheGammaGammaOfThePaper() {
        Fitting.Fitted<GammaGamma> fit = fitted(GammaGammaFit.fit(histories));

        assertThat(fit.customers()).isEqualTo(946);
        assertThat(fit.leftOut()).isEqualTo(2_357 - 946);
        assertThat(fit.logLikelihood()).isCloseTo(-4055.918, within(1e-3));
        assertThat(values(fit)).containsExactly(new double[] {6.25, 3.74, 15.44}, within(5e-3));
        assertThat(fit.correlation()).isCloseTo(0.11, within(0.02));
    }

    @Test
    void shouldEstimateErrorsThatTheLikelihoodConfirms() {
        for (Fitting<PurchaseModel> fitting : List.of(PurchaseFit.bgNbd(histories), PurchaseFit.paretoNbd(histories))) {
            Fitting.Fitted<PurchaseModel> fit = fitted(fitting);
            double[] numeric = NumericErrors.of(
                    at -> total(fit.model().with(at)), fit.model().parameters());
            for (int i = 0; i < numeric.length; i++) {
                Fitting.Estimate estimate = fit.estimates().get(i);
                assertThat(estimate.standardError() / numeric[i]).isCloseTo(1, within(2e-3));
                assertThat(estimate.low()).isPositive().isLessThan(estimate.value());
                assertThat(estimate.high()).isGreaterThan(estimate.value());
            }
        }
    }

    @Test
    void shouldAddUpTheLikelihoodOfEachCustomer() {
        Fitting.Fitted<PurchaseModel> bgNbd = fitted(PurchaseFit.bgNbd(histories));
        Fitting.Fitted<PurchaseModel> paretoNbd = fitted(PurchaseFit.paretoNbd(histories));
        Fitting.Fitted<GammaGamma> values = fitted(GammaGammaFit.fit(histories));
        double spent = 0;
        for (int customer = 0; customer < histories.size(); customer++) {
            spent += histories.valued(customer) == 0
                    ? 0
                    : values.model().logLikelihood(histories.valued(customer), histories.mean(customer));
        }

        assertThat(total(bgNbd.model())).isCloseTo(bgNbd.logLikelihood(), within(1e-7));
        assertThat(total(paretoNbd.model())).isCloseTo(paretoNbd.logLikelihood(), within(1e-7));
        assertThat(spent).isCloseTo(values.logLikelihood(), within(1e-7));
    }

    private static double total(PurchaseModel model) {
        double sum = 0;
        for (int customer = 0; customer < histories.size(); customer++) {
            sum += model.logLikelihood(histories.repeats(customer), histories.last(customer), histories.age(customer));
        }
        return sum;
    }

    private static double[] values(Fitting.Fitted<?> fit) {
        return fit.estimates().stream().mapToDouble(Fitting.Estimate::value).toArray();
    }
}

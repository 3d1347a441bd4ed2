package org.clientele.engine.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.clientele.engine.TestData;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.lifetime.Fitting.Fitted;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LifetimeValuesTest {
    private static PurchaseHistories histories;
    private static Fitted<PurchaseModel> purchases;
    private static Fitted<GammaGamma> values;

    @BeforeAll
    static void fit() {
        histories = CdnowSample.histories();
        purchases = (Fitted<PurchaseModel>) PurchaseFit.bgNbd(histories);
        values = (Fitted<GammaGamma>) GammaGammaFit.fit(histories);
    }

    private static LifetimeValues ahead(double discount) {
        return LifetimeValues.of(histories, purchases, values, new Horizon(39, discount));
    }

    @Test
    void shouldMultiplyPurchasesByWhatEachComesTo() {
        LifetimeValues ahead = ahead(0);

        assertThat(ahead.purchases(0)).isCloseTo(1.226, within(2e-3));
        assertThat(ahead.average(0)).isCloseTo(24.65, within(5e-3));
        assertThat(ahead.value(0)).isCloseTo(ahead.purchases(0) * ahead.average(0), within(1e-9));
        assertThat(ahead.alive(0))
                .isCloseTo(purchases.model().alive(2, histories.last(0), histories.age(0)), within(1e-12));
    }

    @Test
    void shouldDiscountAsAMonthlySumDoesInTheLimit() {
        double discounted = ahead(0.15).value(0);
        double rate = Math.log(1.15) * 7 / 365.25;
        double sum = 0;
        double before = 0;
        int steps = 3_900;
        for (int i = 1; i <= steps; i++) {
            double weeks = 39.0 * i / steps;
            double upTo = purchases.model().expected(2, histories.last(0), histories.age(0), weeks);
            sum += (upTo - before) * Math.exp(-rate * (weeks - 39.0 / steps / 2));
            before = upTo;
        }

        assertThat(discounted).isCloseTo(sum * values.model().expected(2, histories.mean(0)), within(1e-6));
        assertThat(discounted).isLessThan(ahead(0).value(0));
    }

    /** Eighty of a hundred customers should spend what was said with a probability of 80 %. */
    @Test
    void shouldGiveRangesThatComeTrue() {
        LifetimeValues ahead = ahead(0);
        ActivityColumns rows = CdnowSample.purchases(TestData.cdnowSample());
        PurchaseHistories all =
                PurchaseHistories.of(rows, CdnowSample.amounts(rows), (int) TestData.CDNOW_END.toEpochDay());
        int inside = 0;
        int asked = 0;
        double expected = 0;
        double spent = 0;
        for (int customer = 0; customer < histories.size(); customer += 5) {
            ValueRange range = ahead.range(customer, 0.8);
            double actual = total(all, customer) - total(histories, customer);
            asked++;
            inside += actual <= range.high() + 0.01 && actual >= range.low() - 0.01 ? 1 : 0;
            expected += range.value();
            spent += actual;
            assertThat(range.value()).isCloseTo(ahead.value(customer), within(1e-9 + 1e-9 * range.value()));
            assertThat(range.low()).isBetween(0.0, range.high());
            assertThat(range.fewest()).isLessThanOrEqualTo(range.most());
            assertThat(range.standardError()).isPositive().isLessThan(range.value());
        }
        assertThat((double) inside / asked).isBetween(0.8, 0.97);
        assertThat(expected / spent).isCloseTo(1, within(0.2));
    }

    private static double total(PurchaseHistories histories, int customer) {
        return histories.valued(customer) == 0 ? 0 : histories.valued(customer) * histories.mean(customer);
    }

    @Test
    void shouldWidenWithTheLevelAndRefuseAnImpossibleOne() {
        LifetimeValues ahead = ahead(0.1);
        ValueRange narrow = ahead.range(0, 0.5);
        ValueRange wide = ahead.range(0, 0.95);

        assertThat(wide.high()).isGreaterThan(narrow.high());
        assertThat(wide.low()).isLessThanOrEqualTo(narrow.low());
        assertThatThrownBy(() -> ahead.range(0, 1)).hasMessageContaining("found 1.0");
    }

    @Test
    void shouldKnowNothingOfWhoIsNoCustomerYet() {
        PurchaseHistories some = PurchaseHistories.of(
                new int[] {-1, 0}, new int[] {0, 0}, new int[] {0, 70}, new double[] {Double.NaN, Double.NaN});
        LifetimeValues ahead = LifetimeValues.of(some, purchases, values, new Horizon(52, 0.1));

        assertThat(ahead.alive(0)).isNaN();
        assertThat(ahead.value(0)).isNaN();
        assertThat(ahead.range(0, 0.8)).isEqualTo(ValueRange.UNKNOWN);
        assertThat(ahead.value(1)).isPositive();
        assertThat(ahead.average(1)).isCloseTo(35.17, within(0.01));
    }
}

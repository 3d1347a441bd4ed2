package org.clientele.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.clientele.engine.Fixtures;
import org.clientele.engine.Snapshot;
import org.clientele.engine.Snapshots;
import org.clientele.engine.TestData;
import org.clientele.engine.TestData.Purchase;
import org.clientele.engine.column.Value;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.engine.condition.Operator;
import org.clientele.engine.lifetime.BgNbd;
import org.clientele.engine.lifetime.Fitting;
import org.clientele.engine.lifetime.Fitting.Refusal;
import org.clientele.engine.lifetime.GammaGamma;
import org.clientele.engine.lifetime.PurchaseModel;
import org.clientele.engine.lifetime.ValueRange;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Clv;
import org.clientele.plugins.api.ModelDefinition.Clv.Purchases;
import org.clientele.plugins.api.ModelDefinition.Tiers;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Lifetime value as a model of a vertical. The published figures of CDNOW come out through it. */
class ClvTest {
    private static final LocalDate CALIBRATED = LocalDate.of(1997, 9, 30);
    private static final Clv MODEL = model(null, 39, 0.0, Tiers.Method.PERCENTILE, 0.1, 0.4);
    private static final VerticalDefinition VERTICAL = Fixtures.vertical(Fixtures.METRICS, List.of(MODEL));

    private static Clv model(
            @Nullable String where, double weeks, double discount, Tiers.Method method, Double... borders) {
        return new Clv(
                "lifetime",
                Fixtures.segments("high", "middle", "low"),
                null,
                "purchase",
                where,
                Clv.Purchases.BG_NBD,
                weeks,
                discount,
                method,
                List.of(borders));
    }

    private static VerticalColumns data(VerticalDefinition vertical, List<Purchase> purchases) {
        VerticalColumns data = TestData.columns(purchases);
        return new VerticalColumns(vertical, 2, data.customers(), data.activities());
    }

    private static Snapshot snapshot(Clv model, List<Purchase> purchases, LocalDate day) {
        VerticalDefinition vertical = Fixtures.vertical(Fixtures.METRICS, List.of(model));
        return Snapshots.of(vertical).compute(data(vertical, purchases), day);
    }

    private static ClvResult result(Clv model, List<Purchase> purchases, LocalDate day) {
        return (ClvResult) snapshot(model, purchases, day).result("lifetime");
    }

    private static ClvResult cdnow() {
        return result(MODEL, TestData.cdnowSample(), CALIBRATED);
    }

    @Test
    void shouldFitThePublishedParametersFromTheActivitiesOfTheVertical() {
        ClvTraining training = cdnow().training();

        Fitting.Fitted<PurchaseModel> purchases = (Fitting.Fitted<PurchaseModel>) training.purchases();
        BgNbd bgNbd = (BgNbd) purchases.model();
        assertThat(bgNbd.r()).isCloseTo(0.243, within(5e-4));
        assertThat(bgNbd.alpha()).isCloseTo(4.414, within(5e-4));
        assertThat(bgNbd.a()).isCloseTo(0.793, within(5e-4));
        assertThat(bgNbd.b()).isCloseTo(2.426, within(5e-4));
        assertThat(purchases.logLikelihood()).isCloseTo(-9582.43, within(5e-3));
        GammaGamma spending = ((Fitting.Fitted<GammaGamma>) training.spending()).model();
        assertThat(spending.p()).isCloseTo(6.25, within(5e-3));
        assertThat(spending.q()).isCloseTo(3.74, within(5e-3));
        assertThat(spending.gamma()).isCloseTo(15.44, within(5e-3));
        assertThat(training.refusal()).isNull();
        assertThat(training.asOf()).isEqualTo(CALIBRATED);
    }

    /** Published for the customer with x=2, t=30.43, T=38.86: 1.226 purchases in 39 weeks; the first ten spend 24.65, 18.91 … */
    @Test
    void shouldExpectOfEachCustomerWhatIsPublished() {
        ClvResult result = cdnow();

        assertThat(result.purchases(0)).isCloseTo(1.226, within(5e-3));
        assertThat(IntStream.range(0, 10)
                        .mapToObj(customer -> result.average(customer).asDouble())
                        .toList())
                .isEqualTo(List.of(24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17));
        assertThat(result.values().asDouble(0)).isCloseTo(1.226 * 24.65, within(0.2));
        assertThat(result.alive(0)).isBetween(0.7, 0.75);
    }

    @Test
    void shouldBackTestHalfOfTheTimeAgainstTheOther() {
        ClvBackTest test = backTest(result(MODEL, TestData.cdnowSample(), TestData.CDNOW_END), Purchases.BG_NBD);

        assertThat(test.fittedUntil()).isEqualTo(CALIBRATED);
        assertThat(test.test()).isNotNull().satisfies(compared -> {
            assertThat(compared.fitted()).isEqualTo(39);
            assertThat(compared.weeks()).hasSize(78);
            assertThat(compared.actual()).isEqualTo(1_882);
            assertThat(compared.correlation()).isCloseTo(0.626, within(5e-4));
            assertThat(compared.cumulativeError()).isBetween(0.005, 0.05);
        });
    }

    private static ClvBackTest backTest(ClvResult result, Purchases kind) {
        return Objects.requireNonNull(result.backTests().get(kind));
    }

    @Test
    void shouldBackTestBothWaysToModelBuyingAndLeaving() {
        ClvResult result = result(MODEL, TestData.cdnowSample(), TestData.CDNOW_END);
        Map<Purchases, ClvBackTest> tests = result.backTests();

        assertThat(tests).containsOnlyKeys(Purchases.values());
        assertThat(tests.values())
                .allSatisfy(test -> assertThat(test.fittedUntil()).isEqualTo(CALIBRATED));
        assertThat(tests.values())
                .extracting(test -> Objects.requireNonNull(test.test()).actual())
                .containsOnly(1_882L);
        assertThat(backTest(result, Purchases.PARETO_NBD).test())
                .isNotNull()
                .isNotEqualTo(backTest(result, Purchases.BG_NBD).test())
                .satisfies(compared -> assertThat(compared.cumulativeError()).isBetween(0.001, 0.06));
    }

    @Test
    void shouldPutTheShareOfCustomersWithTheMostValueIntoTheBestTier() {
        ClvResult result = cdnow();

        assertThat(result.counts()[0]).isBetween(236, 240);
        assertThat(result.counts()[1]).isBetween(940, 960);
        assertThat(IntStream.of(result.counts()).sum()).isEqualTo(2_357);
        double start = result.startsAt(0).asDouble();
        for (int customer = 0; customer < result.size(); customer++) {
            assertThat(result.values().asDouble(customer) >= start).isEqualTo(result.segment(customer) == 0);
        }
    }

    @Test
    void shouldSayWhatTheValueIsMadeOfAndHowMuchIsLacking() {
        ClvResult result = cdnow();
        int middle = result.members(1).nextSetBit(0);
        Reason reason = result.reason(middle);

        assertThat(reason.checks())
                .extracting(check -> check.subject() + " " + check.operator())
                .containsExactly("$value AT_LEAST", "$purchases PRESENT", "$average PRESENT", "$alive PRESENT");
        assertThat(reason.checks().getFirst().actual())
                .isEqualTo(result.values().value(middle));
        assertThat(reason.better()).isNotNull().satisfies(better -> {
            assertThat(better.segment()).isEqualTo("high");
            assertThat(better.gaps().getFirst().difference().asDouble())
                    .isCloseTo(result.startsAt(0).asDouble() - result.values().asDouble(middle), within(1e-6));
        });
        assertThat(ReasonCodec.decode(ReasonCodec.encode(reason))).isEqualTo(reason);
    }

    @Test
    void shouldKnowAValueOnlyWithinARange() {
        ClvResult result = cdnow();
        ValueRange range = Objects.requireNonNull(result.range(0, 0.8));

        assertThat(range.value()).isCloseTo(result.values().asDouble(0), within(0.01));
        assertThat(range.standardError()).isBetween(0.01, range.value() / 4);
        assertThat(range.low()).isLessThan(range.value());
        assertThat(range.high()).isGreaterThan(range.value());
    }

    @Test
    void shouldWorthLaterMoneyLess() {
        ClvResult plain = cdnow();
        ClvResult discounted =
                result(model(null, 39, 0.15, Tiers.Method.PERCENTILE, 0.1, 0.4), TestData.cdnowSample(), CALIBRATED);

        assertThat(discounted.values().asDouble(0))
                .isLessThan(plain.values().asDouble(0))
                .isGreaterThan(plain.values().asDouble(0) * 0.9);
        assertThat(discounted.purchases(0)).isEqualTo(plain.purchases(0));
    }

    @Test
    void shouldTakeOnlyRowsThatMeetTheConditionForPurchases() {
        List<Purchase> purchases = new ArrayList<>(TestData.cdnowSample());
        for (int customer = 1; customer <= 300; customer++) {
            purchases.add(new Purchase(String.format("%04d", customer), LocalDate.of(1997, 9, 1), -1, -5_000));
        }
        ClvResult all = result(MODEL, purchases, CALIBRATED);
        ClvResult without =
                result(model("quantity > 0", 39, 0.0, Tiers.Method.PERCENTILE, 0.1, 0.4), purchases, CALIBRATED);

        assertThat(fitted(without)).isEqualTo(fitted(cdnow()));
        assertThat(fitted(all)).isNotEqualTo(fitted(without));
        assertThat(backTest(without, Purchases.BG_NBD).test())
                .isEqualTo(backTest(cdnow(), Purchases.BG_NBD).test());
    }

    @Test
    void shouldNotDependOnTheOrderOfRows() {
        List<Purchase> shuffled = new ArrayList<>(TestData.cdnowSample());
        Collections.shuffle(shuffled, new Random(7));
        ClvResult other = result(MODEL, shuffled, CALIBRATED);

        assertThat(other.segments()).isEqualTo(cdnow().segments());
        assertThat(fitted(other)).isEqualTo(fitted(cdnow()));
    }

    @Test
    void shouldRefuseTooFewCustomersASingleOneAndNobody() {
        List<Purchase> sample = TestData.cdnowSample();
        List<Purchase> one =
                sample.stream().filter(p -> p.customer().equals("0001")).toList();
        List<Purchase> some =
                sample.stream().filter(p -> p.customer().compareTo("0040") < 0).toList();

        assertThat(refusal(one)).isEqualTo(new Fitting.Refused<>(Refusal.TOO_FEW_CUSTOMERS, 1, 50));
        assertThat(refusal(some)).isEqualTo(new Fitting.Refused<>(Refusal.TOO_FEW_CUSTOMERS, 39, 50));
        assertThat(refusal(List.of())).isEqualTo(new Fitting.Refused<>(Refusal.TOO_FEW_CUSTOMERS, 0, 50));
        ClvResult result = result(MODEL, one, CALIBRATED);
        assertThat(result.counts()).containsOnly(0);
        assertThat(result.range(0, 0.8)).isNull();
        assertThat(result.reason(0).checks()).singleElement().satisfies(check -> {
            assertThat(check.operator()).isEqualTo(Operator.PRESENT);
            assertThat(check.holds()).isFalse();
        });
        assertThat(backTest(result, Purchases.BG_NBD).test()).isNull();
    }

    @Test
    void shouldRefuseAmountsThatAreAllTheSame() {
        List<Purchase> same = TestData.cdnowSample().stream()
                .map(p -> new Purchase(p.customer(), p.date(), 1, 1_000))
                .distinct()
                .toList();

        assertThat(refusal(same)).isEqualTo(new Fitting.Refused<>(Refusal.NO_SPREAD, 1, 2));
    }

    private static PurchaseModel fitted(ClvResult result) {
        return ((Fitting.Fitted<PurchaseModel>) result.training().purchases()).model();
    }

    private static Fitting.@Nullable Refused<?> refusal(List<Purchase> purchases) {
        return result(MODEL, purchases, CALIBRATED).training().refusal();
    }

    @Test
    void shouldHaveNoValueForWhoNeverBoughtAndKeepTheOthers() {
        List<Purchase> purchases = new ArrayList<>(TestData.cdnowSample());
        purchases.add(new Purchase("9999", LocalDate.of(1998, 1, 5), 1, 1_000));
        ClvResult result = result(MODEL, purchases, CALIBRATED);
        int late = result.size() - 1;

        assertThat(result.segment(late)).isEqualTo(ModelResult.NONE);
        assertThat(result.values().value(late)).isEqualTo(Value.MISSING);
        assertThat(fitted(result)).isEqualTo(fitted(cdnow()));
    }

    @Test
    void shouldApplyToAnotherDayWhatWasFittedAndFitAnewOnlyWhenHistoriesChanged() {
        Snapshots engine = Snapshots.of(VERTICAL);
        VerticalColumns data = data(VERTICAL, TestData.cdnowSample());
        Snapshot now = engine.compute(data, TestData.CDNOW_END);
        ClvResult result = (ClvResult) now.result("lifetime");
        ClvResult before = (ClvResult) engine.onDay(now, CALIBRATED).result("lifetime");

        assertThat(before.training()).isSameAs(result.training());
        assertThat(before.alive(0)).isNotEqualTo(result.alive(0));
        ClvResult again = (ClvResult) engine.compute(data(VERTICAL, TestData.cdnowSample()), TestData.CDNOW_END, now)
                .result("lifetime");
        assertThat(again.training()).isSameAs(result.training());
        ClvResult earlier = (ClvResult) engine.compute(data, CALIBRATED, now).result("lifetime");
        assertThat(earlier.training()).isNotEqualTo(result.training());
    }

    @Test
    void shouldPreviewOtherBordersWithoutFittingOrForeseeingAnew() {
        Snapshot now = snapshot(MODEL, TestData.cdnowSample(), CALIBRATED);
        ClvResult result = (ClvResult) now.result("lifetime");
        ClvResult preview = (ClvResult) now.preview(MODEL.with(Tiers.Method.FIXED, List.of(100.0, 20.0)));

        assertThat(preview.training()).isSameAs(result.training());
        assertThat(preview.values()).isSameAs(result.values());
        assertThat(preview.startsAt(0)).isEqualTo(new Value.Money(10_000, 2));
        ClvResult further = (ClvResult) now.preview(model(null, 78, 0, Tiers.Method.FIXED, 100.0, 20.0));
        assertThat(further.training()).isSameAs(result.training());
        assertThat(further.purchases(0)).isGreaterThan(result.purchases(0));
    }

    @Test
    void shouldNameTheActivityThatHasNoAmount() {
        ModelDefinition wrong = new Clv(
                "lifetime",
                Fixtures.segments("high", "low"),
                null,
                "visit",
                null,
                Clv.Purchases.BG_NBD,
                52,
                0,
                Tiers.Method.FIXED,
                List.of(10.0));

        assertThatThrownBy(() -> PreparedModel.of(wrong, VERTICAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found visit; there are [purchase]");
    }
}

package org.clientele.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.clientele.engine.Fixtures;
import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Check;
import org.clientele.engine.condition.Gap;
import org.clientele.engine.condition.Operator;
import org.clientele.engine.condition.Truth;
import org.clientele.plugins.api.ModelDefinition.Tiers;
import org.clientele.plugins.api.ModelDefinition.Tiers.Method;
import org.junit.jupiter.api.Test;

class TiersTest {
    private static ModelFixture spending(long... cents) {
        ModelFixture fixture = new ModelFixture();
        for (long amount : cents) {
            fixture.customer(10, 1, amount);
        }
        return fixture;
    }

    private static TiersResult evaluate(Tiers model, ModelFixture fixture) {
        return (TiersResult) ModelEngine.evaluate(model, fixture.context());
    }

    private static Tiers tiers(String metric, Method method, Double... borders) {
        return Fixtures.tiers("t", metric, method, List.of(borders), "gold", "silver", "bronze");
    }

    private static int[] segments(TiersResult result) {
        return IntStream.range(0, result.size()).map(result::segment).toArray();
    }

    @Test
    void shouldReadFixedBordersAsTheLeastValueInMajorUnits() {
        TiersResult result = evaluate(
                tiers("monetary", Method.FIXED, 10_000.0, 500.5), spending(10_000_00, 9_999_99, 500_50, 500_49, -5));

        assertThat(segments(result)).containsExactly(0, 1, 1, 2, 2);
        assertThat(result.startsAt(0)).isEqualTo(money(10_000_00));
        assertThat(result.startsAt(2)).isEqualTo(Value.MISSING);
    }

    @Test
    void shouldGiveSharesByPercentileAndKeepEqualValuesInTheBetterTier() {
        long[] amounts = IntStream.rangeClosed(1, 20).mapToLong(i -> i * 100L).toArray();
        Tiers model = tiers("monetary", Method.PERCENTILE, 0.1, 0.25);

        assertThat(evaluate(model, spending(amounts)).counts()).containsExactly(2, 5, 13);
        amounts[17] = amounts[18];
        assertThat(evaluate(model, spending(amounts)).counts()).containsExactly(3, 4, 13);
    }

    @Test
    void shouldFillTheBestTierEvenForFewCustomersAndOneValue() {
        assertThat(evaluate(Fixtures.PYRAMID, spending(5)).counts()).containsExactly(1, 0, 0, 0);
        assertThat(evaluate(Fixtures.PYRAMID, spending(5, 5, 5)).counts()).containsExactly(3, 0, 0, 0);
        assertThat(evaluate(Fixtures.PYRAMID, spending()).counts()).containsExactly(0, 0, 0, 0);
    }

    @Test
    void shouldKeepItsTiersWhenItIsCutInAnotherWay() {
        long[] amounts = IntStream.rangeClosed(1, 997)
                .mapToLong(i -> i * i % 70_001L + 1)
                .toArray();
        ModelFixture customers = spending(amounts);
        TiersResult before = evaluate(tiers("monetary", Method.PERCENTILE, 0.07, 0.31), customers);

        for (Method method : Method.values()) {
            Tiers other = Fixtures.tiers("t", "monetary", method, before.bordersBy(method), "gold", "silver", "bronze");
            assertThat(segments(evaluate(other, customers))).as("%s", method).isEqualTo(segments(before));
        }
    }

    @Test
    void shouldHaveNoBordersForATierNobodyIsIn() {
        TiersResult result = evaluate(tiers("monetary", Method.FIXED, 9_000.0, 5_000.0), spending(10_00, 20_00));

        assertThat(result.bordersBy(Method.PERCENTILE)).isEmpty();
        assertThat(result.bordersBy(Method.CUMULATIVE)).isEmpty();
        assertThat(result.bordersBy(Method.FIXED)).containsExactly(9_000.0, 5_000.0);
        assertThat(evaluate(Fixtures.PYRAMID, spending(5)).bordersBy(Method.FIXED))
                .isEmpty();
    }

    @Test
    void shouldNotLoseACustomerToFloatingPoint() {
        long[] amounts = IntStream.rangeClosed(1, 100).mapToLong(i -> i).toArray();

        assertThat(evaluate(Fixtures.PYRAMID, spending(amounts)).counts()).containsExactly(1, 4, 15, 80);
    }

    @Test
    void shouldEndACumulativeTierWithTheCustomerWhoMakesUpTheShare() {
        Tiers model = tiers("monetary", Method.CUMULATIVE, 0.8, 0.95);

        assertThat(segments(evaluate(model, spending(80, 15, 5)))).containsExactly(0, 1, 2);
        assertThat(segments(evaluate(model, spending(79, 16, 5)))).containsExactly(0, 0, 2);
        assertThat(segments(evaluate(model, spending(40, 30, 15, 15)))).containsExactly(0, 0, 0, 0);
        assertThat(evaluate(model, spending(40, 30, 15, 15)).startsAt(0)).isEqualTo(money(15));
    }

    @Test
    void shouldCountOnlyValuesAboveZeroTowardsTheCumulativeTotal() {
        Tiers model = tiers("monetary", Method.CUMULATIVE, 0.8, 1.0);

        assertThat(segments(evaluate(model, spending(100, -90, 0)))).containsExactly(0, 2, 2);
        TiersResult nothing = evaluate(model, spending(0, -90, 0));
        assertThat(segments(nothing)).containsExactly(2, 2, 2);
        assertThat(nothing.startsAt(0)).isEqualTo(Value.MISSING);
        assertThat(nothing.reason(0).checks()).isEmpty();
        assertThat(nothing.reason(0).better()).isNull();
    }

    @Test
    void shouldTurnRoundWhereLessIsBetter() {
        ModelFixture fixture = new ModelFixture();
        for (int days : new int[] {5, 30, 31, 90, 91}) {
            fixture.customer(days, 1, 1);
        }
        TiersResult result = evaluate(tiers("recency", Method.FIXED, 30.0, 90.0), fixture.without(0));

        assertThat(segments(result)).containsExactly(0, 0, 1, 1, 2, ModelResult.NONE);
        assertThat(result.reason(2).better())
                .isEqualTo(new Reason.Better(
                        "gold",
                        List.of(new Gap("recency", Operator.AT_MOST, new Value.Whole(30), new Value.Whole(-1)))));
        assertThat(result.reason(5).checks()).extracting(Check::operator).containsExactly(Operator.PRESENT);
        TiersResult shares = evaluate(tiers("recency", Method.PERCENTILE, 0.2, 0.4), fixture);
        assertThat(segments(shares)).containsExactly(0, 1, 1, 2, 2, ModelResult.NONE);
    }

    @Test
    void shouldSayWhereTheTierStartsAndWhatIsShortOfTheNext() {
        TiersResult result =
                evaluate(tiers("monetary", Method.FIXED, 15_000.0, 10_000.0), spending(12_400_00, 9_000_00, 15_000_00));

        assertThat(result.reason(0))
                .isEqualTo(new Reason(
                        "t",
                        "silver",
                        List.of(check(Operator.AT_LEAST, 12_400_00, 10_000_00)),
                        false,
                        new Reason.Better(
                                "gold",
                                List.of(new Gap("monetary", Operator.AT_LEAST, money(15_000_00), money(2_600_00))))));
        assertThat(result.reason(1).checks()).containsExactly(check(Operator.LESS, 9_000_00, 10_000_00));
        assertThat(result.reason(2).best()).isTrue();
        assertThat(result.reason(2).better()).isNull();
    }

    @Test
    void shouldSkipEmptyTiersOnTheWayUp() {
        TiersResult result = evaluate(tiers("monetary", Method.PERCENTILE, 0.3, 0.3), spending(9, 9, 9, 9, 9, 9, 1));

        assertThat(result.counts()).containsExactly(6, 0, 1);
        assertThat(result.reason(6).better())
                .isEqualTo(
                        new Reason.Better("gold", List.of(new Gap("monetary", Operator.AT_LEAST, money(9), money(8)))));
    }

    @Test
    void shouldRefuseTheWrongNumberOfBorders() {
        assertThatThrownBy(() -> evaluate(tiers("monetary", Method.FIXED, 1.0), spending(1)))
                .hasMessage("Model t has 3 tiers and needs a border for each but the last, found [1.0]");
    }

    private static Check check(Operator operator, long actual, long threshold) {
        return new Check("monetary", money(actual), operator, List.of(money(threshold)), null, Truth.HOLDS, 0);
    }

    private static Value money(long minor) {
        return new Value.Money(minor, 2);
    }
}

package org.clientele.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.clientele.engine.Fixtures;
import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Check;
import org.clientele.engine.condition.Gap;
import org.clientele.engine.condition.Operator;
import org.clientele.engine.condition.Truth;
import org.clientele.engine.model.RfmResult.Axis;
import org.clientele.plugins.api.ModelDefinition;
import org.junit.jupiter.api.Test;

class RfmTest {
    /** Ten customers: recency 10, 20 … 100 days, frequency 1 … 10, 100.00 for each purchase. */
    private static ModelFixture ten() {
        ModelFixture fixture = new ModelFixture();
        for (int i = 1; i <= 10; i++) {
            fixture.customer(i * 10, i, i * 100_00L);
        }
        return fixture;
    }

    private static RfmResult evaluate(ModelDefinition.Rfm model, ModelFixture fixture) {
        return (RfmResult) ModelEngine.evaluate(model, fixture.context());
    }

    private static ModelDefinition.Rfm rfm(
            List<Double> recency, List<Double> frequency, List<Double> monetary, List<Double> weights) {
        ModelDefinition.Rfm usual = Fixtures.RFM;
        return new ModelDefinition.Rfm(
                "rfm",
                usual.segments(),
                null,
                usual.recency(),
                usual.frequency(),
                usual.monetary(),
                recency,
                frequency,
                monetary,
                weights,
                usual.grid());
    }

    @Test
    void shouldCutAtThePercentilesByNearestRank() {
        RfmResult result = evaluate(Fixtures.RFM, ten());

        assertThat(result.cutPoints(Axis.RECENCY)).containsExactly(whole(20), whole(40), whole(60), whole(80));
        assertThat(result.cutPoints(Axis.FREQUENCY)).containsExactly(whole(2), whole(4), whole(6), whole(8));
        assertThat(result.cutPoints(Axis.MONETARY).getFirst()).isEqualTo(new Value.Money(200_00, 2));
        assertThat(scores(result, Axis.FREQUENCY)).containsExactly(1, 1, 2, 2, 3, 3, 4, 4, 5, 5);
        assertThat(scores(result, Axis.RECENCY)).containsExactly(5, 5, 4, 4, 3, 3, 2, 2, 1, 1);
    }

    @Test
    void shouldGiveEqualValuesEqualScoresAndNoCutBelowThem() {
        ModelFixture fixture = new ModelFixture();
        for (int i = 0; i < 7; i++) {
            fixture.customer(30, 1, 10_00);
        }
        RfmResult result = evaluate(Fixtures.RFM, fixture);

        assertThat(scores(result, Axis.RECENCY)).containsOnly(5);
        assertThat(scores(result, Axis.FREQUENCY)).containsOnly(1);
        assertThat(scores(result, Axis.MONETARY)).containsOnly(1);
    }

    @Test
    void shouldScoreASingleCustomerAndNobody() {
        RfmResult one = evaluate(Fixtures.RFM, new ModelFixture().customer(5, 3, 7_00));
        assertThat(one.reason(0).segment()).isEqualTo("recent");

        RfmResult nobody = evaluate(Fixtures.RFM, new ModelFixture());
        assertThat(nobody.size()).isZero();
        assertThat(nobody.cutPoints(Axis.RECENCY)).isEmpty();
        assertThat(nobody.gridCounts()[4][4]).isZero();
    }

    @Test
    void shouldLeaveOutCustomersWithoutPurchaseOrNotYetCustomers() {
        ModelFixture fixture = ten().without(0).absent(90, 9, 900_00);
        RfmResult result = evaluate(Fixtures.RFM, fixture);

        assertThat(result.segment(10)).isEqualTo(ModelResult.NONE);
        assertThat(result.score(Axis.FREQUENCY, 10)).isZero();
        assertThat(result.level(10)).isZero();
        assertThat(result.totalScore(10)).isNaN();
        assertThat(result.reason(10).checks())
                .containsExactly(
                        new Check("recency", Value.MISSING, Operator.PRESENT, List.of(), null, Truth.FAILS, 0));
        assertThat(result.segment(11)).isEqualTo(ModelResult.NONE);
        assertThat(result.reason(11).checks()).isEmpty();
        assertThat(result.cutPoints(Axis.FREQUENCY)).containsExactly(whole(2), whole(4), whole(6), whole(8));
    }

    @Test
    void shouldUseFixedCutPointsInMajorUnits() {
        ModelDefinition.Rfm model = rfm(
                List.of(7.0, 30.0, 60.0, 90.0),
                List.of(1.0, 2.0, 5.0, 9.5),
                List.of(100.0, 250.5, 500.0, 900.0),
                List.of(1.0, 1.0, 1.0));
        RfmResult result = evaluate(model, ten());

        assertThat(scores(result, Axis.RECENCY)).containsExactly(4, 4, 4, 3, 3, 3, 2, 2, 2, 1);
        assertThat(scores(result, Axis.FREQUENCY)).containsExactly(1, 2, 3, 3, 3, 4, 4, 4, 4, 5);
        assertThat(scores(result, Axis.MONETARY)).containsExactly(1, 2, 3, 3, 3, 4, 4, 4, 4, 5);
    }

    @Test
    void shouldWeighLevelAndTotalAndRoundHalfUp() {
        ModelFixture fixture = new ModelFixture();
        long[] amounts = {5, 4, 3, 2, 1};
        for (int i = 1; i <= 5; i++) {
            fixture.customer(10, i, amounts[i - 1] * 100);
        }
        RfmResult equal = evaluate(Fixtures.RFM, fixture);
        assertThat(equal.level(0)).isEqualTo(3);
        RfmResult monetaryFirst = evaluate(rfm(List.of(), List.of(), List.of(), List.of(2.0, 1.0, 7.0)), fixture);
        assertThat(monetaryFirst.level(0)).isEqualTo(5);
        assertThat(monetaryFirst.level(4)).isEqualTo(2);
        assertThat(monetaryFirst.totalScore(0)).isEqualTo((2 * 5 + 1 + 7 * 5) / 10.0);
    }

    @Test
    void shouldRoundHalvesUpForEqualWeights() {
        ModelFixture fixture = new ModelFixture();
        long[] amounts = {2, 1, 4, 3, 5};
        for (int i = 1; i <= 5; i++) {
            fixture.customer(10, i, amounts[i - 1] * 100);
        }
        RfmResult result = evaluate(Fixtures.RFM, fixture);

        assertThat(result.level(0)).as("frequency 1, monetary 2").isEqualTo(2);
        assertThat(result.level(2)).as("frequency 3, monetary 4").isEqualTo(4);
    }

    @Test
    void shouldExplainEachScoreByTheNearestCutPoint() {
        RfmResult result = evaluate(Fixtures.RFM, ten());

        assertThat(result.reason(0).checks())
                .containsExactly(
                        check("recency", whole(10), Operator.AT_MOST, whole(20), 5),
                        check("frequency", whole(1), Operator.AT_MOST, whole(2), 1),
                        check("monetary", money(100_00), Operator.AT_MOST, money(200_00), 1));
        assertThat(result.reason(9).checks())
                .containsExactly(
                        check("recency", whole(100), Operator.MORE, whole(80), 1),
                        check("frequency", whole(10), Operator.MORE, whole(8), 5),
                        check("monetary", money(1000_00), Operator.MORE, money(800_00), 5));
        assertThat(result.reason(4).checks().getFirst())
                .isEqualTo(check("recency", whole(50), Operator.AT_MOST, whole(60), 3));
    }

    @Test
    void shouldSayWhatIsLackingForTheNearestBetterSegment() {
        RfmResult result = evaluate(Fixtures.RFM, ten());
        Reason reason = result.reason(4);

        assertThat(reason.segment()).isEqualTo("need_attention");
        assertThat(reason.best()).isFalse();
        assertThat(reason.better())
                .isEqualTo(new Reason.Better(
                        "potential_loyalists", List.of(new Gap("recency", Operator.AT_MOST, whole(20), whole(-30)))));
    }

    @Test
    void shouldNotPromiseMoreFrequencyWithoutRecency() {
        RfmResult result = evaluate(Fixtures.RFM, ten());

        assertThat(result.reason(9).segment()).isEqualTo("cannot_lose");
        assertThat(result.reason(9).better())
                .as("the next purchase is made today")
                .isEqualTo(new Reason.Better(
                        "champions", List.of(new Gap("recency", Operator.AT_MOST, whole(20), whole(-80)))));
    }

    @Test
    void shouldReachTheSegmentWhoseGapsAreClosed() {
        ModelFixture fixture = ten();
        RfmResult result = evaluate(Fixtures.RFM, fixture);
        for (int customer = 0; customer < 10; customer++) {
            Reason.Better better = result.reason(customer).better();
            if (better == null) {
                assertThat(result.segment(customer)).isZero();
                continue;
            }
            long[] values = {(customer + 1) * 10L, customer + 1L, (customer + 1) * 100_00L};
            for (Gap gap : better.gaps()) {
                long target = gap.target() instanceof Value.Money money
                        ? money.minor()
                        : ((Value.Whole) gap.target()).number();
                values[List.of("recency", "frequency", "monetary").indexOf(gap.subject())] = target;
            }
            assertThat(segmentWithCutsOf(result, values)).isEqualTo(result.ordinal(better.segment()));
        }
    }

    /** The segment of a customer with these values, by the cut points of the result as fixed ones. */
    private static int segmentWithCutsOf(RfmResult result, long[] values) {
        ModelDefinition.Rfm fixed = rfm(
                cuts(result, Axis.RECENCY),
                cuts(result, Axis.FREQUENCY),
                cuts(result, Axis.MONETARY),
                List.of(1.0, 1.0, 1.0));
        return evaluate(fixed, new ModelFixture().customer(values[0], values[1], values[2]))
                .segment(0);
    }

    private static List<Double> cuts(RfmResult result, Axis axis) {
        return result.cutPoints(axis).stream()
                .map(value -> value instanceof Value.Money money
                        ? money.major().doubleValue()
                        : (double) ((Value.Whole) value).number())
                .toList();
    }

    @Test
    void shouldRefuseWrongCutsWeightsAndGrids() {
        assertThatThrownBy(() -> evaluate(rfm(List.of(1.0), List.of(), List.of(), List.of(1.0, 1.0, 1.0)), ten()))
                .hasMessage("RFM needs 4 cut points for recency or none, found [1.0]");
        assertThatThrownBy(() ->
                        evaluate(rfm(List.of(4.0, 3.0, 2.0, 1.0), List.of(), List.of(), List.of(1.0, 1.0, 1.0)), ten()))
                .hasMessage("Cut points for recency must ascend, found [4.0, 3.0, 2.0, 1.0]");
        assertThatThrownBy(() -> evaluate(rfm(List.of(), List.of(), List.of(), List.of(1.0, 0.0, 1.0)), ten()))
                .hasMessage("Model rfm needs three positive weights or none, found [1.0, 0.0, 1.0]");
    }

    private static int[] scores(RfmResult result, Axis axis) {
        int[] scores = new int[result.size()];
        for (int customer = 0; customer < scores.length; customer++) {
            scores[customer] = result.score(axis, customer);
        }
        return scores;
    }

    private static Check check(String metric, Value actual, Operator operator, Value threshold, int score) {
        return new Check(metric, actual, operator, List.of(threshold), null, Truth.HOLDS, score);
    }

    private static Value whole(long number) {
        return new Value.Whole(number);
    }

    private static Value money(long minor) {
        return new Value.Money(minor, 2);
    }
}

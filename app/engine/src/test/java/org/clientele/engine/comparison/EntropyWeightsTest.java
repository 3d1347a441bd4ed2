package org.clientele.engine.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.clientele.engine.comparison.EntropyWeights.Criterion;
import org.clientele.engine.comparison.EntropyWeights.Refusal;
import org.clientele.engine.comparison.EntropyWeights.Refused;
import org.clientele.engine.comparison.EntropyWeights.Weights;
import org.clientele.engine.statistics.Feature;
import org.junit.jupiter.api.Test;

class EntropyWeightsTest {
    private static final double[] RARE = {0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 0, 0};
    private static final double[] EVEN = {0, 9, 10, 9, 10, 9, 10, 9, 10, 9, 10, 9};

    private static Criterion criterion(double[] values, boolean lessIsBetter) {
        return new Criterion(new Feature.Amount("x", row -> values[row]), lessIsBetter);
    }

    private static EntropyWeights.Result weights(Criterion... criteria) {
        return EntropyWeights.of(List.of(criteria), IntStream.range(0, 12).toArray());
    }

    @Test
    void shouldWeighMoreWhatIsSpreadLessEvenly() {
        Weights weights = (Weights) weights(criterion(RARE, false), criterion(EVEN, false));

        assertThat(weights.weights().stream().mapToDouble(w -> w).sum()).isCloseTo(1, within(1e-12));
        assertThat(weights.weights().get(0)).isGreaterThan(0.9);
        assertThat(weights.entropies().get(0)).isZero();
        assertThat(weights.rows()).isEqualTo(12);
    }

    @Test
    void shouldFollowTheFormula() {
        Weights weights = (Weights) weights(criterion(EVEN, false), criterion(RARE, false));
        double sum = 104;
        double entropy = -(6 * (9 / sum) * Math.log(9 / sum) + 5 * (10 / sum) * Math.log(10 / sum)) / Math.log(12);

        assertThat(weights.entropies().get(0)).isCloseTo(entropy, within(1e-12));
        assertThat(weights.weights().get(0)).isCloseTo((1 - entropy) / (2 - entropy), within(1e-12));
    }

    @Test
    void shouldTurnRoundWhereLessIsBetterAndNotDependOnUnits() {
        double[] mirrored =
                IntStream.range(0, 12).mapToDouble(i -> 500 - 3 * RARE[i]).toArray();

        assertThat(((Weights) weights(criterion(mirrored, true), criterion(EVEN, false))).entropies())
                .isEqualTo(((Weights) weights(criterion(RARE, false), criterion(EVEN, false))).entropies());
    }

    @Test
    void shouldGiveNoWeightToWhatIsTheSameAndRefuseWhenAllIs() {
        double[] same = new double[12];
        double[] gaps = EVEN.clone();
        gaps[0] = Double.NaN;
        gaps[1] = Double.POSITIVE_INFINITY;
        gaps[2] = Double.NaN;

        assertThat(((Weights) weights(criterion(same, false), criterion(RARE, false))).weights())
                .containsExactly(0.0, 1.0);
        assertThat(weights(criterion(same, false))).isEqualTo(new Refused(Refusal.SAME_EVERYWHERE, 0, 1));
        assertThat(weights(criterion(gaps, false))).isEqualTo(new Refused(Refusal.TOO_FEW_ROWS, 9, 10));
    }
}

package org.clientele.engine.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class UpliftTest {
    private static final int RUNS = 200;
    private static final int CUSTOMERS = 4_000;
    private static final int LOOK = 50;
    private static final int PERCENT = 20;
    private static final double Z = 1.959963984540054;

    @Test
    void shouldHaveTheRadiusOfTheFormula() {
        // By hand for alpha 0.05: s = ln(1+s) + 5.991465 has the solution 8.2118; at n = 1,000 the radius is
        // sqrt(9.2118 / (8.2118 * 1,000) * ln(9.2118 / 0.0025)) = sqrt(0.00112178 * 8.21178) = 0.095979.
        ConfidenceSequence sequence = new ConfidenceSequence(0.05, 1_000);
        assertThat(sequence.radius(1_000, 1)).isCloseTo(0.09598, within(0.00001));
        assertThat(sequence.radius(1_000, 3)).isCloseTo(3 * sequence.radius(1_000, 1), within(1e-12));
        assertThat(sequence.radius(1_000, 1) / (Z / Math.sqrt(1_000)))
                .as("what looking at will costs")
                .isCloseTo(1.549, within(0.001));
    }

    @Test
    void shouldBeNarrowestWhereItWasAskedTo() {
        double asked = new ConfidenceSequence(0.05, 2_000).radius(2_000, 1);
        assertThat(LongStream.of(500, 1_000, 4_000, 20_000)
                        .mapToDouble(other -> new ConfidenceSequence(0.05, other).radius(2_000, 1)))
                .allMatch(radius -> radius > asked);
    }

    @Test
    void shouldSayHowManyCustomersTellAnEffect() {
        ConfidenceSequence sequence = new ConfidenceSequence(0.05, 1_000);
        long required = sequence.required(1, 0.1);
        assertThat(sequence.radius(required, 1) + 0.8416 / Math.sqrt(required)).isCloseTo(0.1, within(0.0001));
        assertThat(sequence.required(1, 0.05)).isGreaterThan(3 * required);
        assertThat(sequence.required(1, 0)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void shouldTellDifferenceAndSpreadOfTwoGroups() {
        Uplift uplift = new Uplift(new ConfidenceSequence(0.05, 100));
        for (int i = 0; i < 60; i++) {
            uplift.add(false, i % 2 == 0 ? 3 : 5);
            uplift.add(true, i % 3 == 0 ? 4 : 1);
        }
        // Variances by hand: 60/59 and 60/59 * 2; n (s1²/60 + s0²/60) = 2 (1.016949 + 2.033898).
        assertThat(uplift.difference()).isCloseTo(2, within(1e-12));
        assertThat(uplift.radius())
                .isCloseTo(new ConfidenceSequence(0.05, 100).radius(120, Math.sqrt(2 * 3.050847)), within(1e-6));
        assertThat(uplift.isTold()).isTrue();
    }

    @Test
    void shouldSayHonestlyThatThereIsNotEnough() {
        Uplift uplift = new Uplift(new ConfidenceSequence(0.05, 100));
        for (int i = 0; i < Uplift.FEWEST - 1; i++) {
            uplift.add(true, i % 2);
        }
        for (int i = 0; i < 1_000; i++) {
            uplift.add(false, 100);
        }
        assertThat(uplift.isEnough()).isFalse();
        assertThat(uplift.isTold()).isFalse();
        assertThat(uplift.radius()).isInfinite();
        assertThat(uplift.required(1)).isEmpty();
        uplift.add(true, 1);
        assertThat(uplift.isEnough()).isTrue();
        assertThatThrownBy(() -> new ConfidenceSequence(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Purchases of 10 % of customers, and of 5 % more when treated. */
    @Test
    void shouldCoverAKnownEffectOnAShareAtEveryLook() {
        Random random = new Random(20_261_127);
        Coverage coverage = simulate(
                random, 0.05, () -> random.nextDouble() < 0.10 ? 1 : 0, () -> random.nextDouble() < 0.15 ? 1 : 0);
        assertThat(coverage.always()).isGreaterThanOrEqualTo(95 * RUNS / 100);
        assertThat(coverage.naive())
                .as("what an interval for one look would miss")
                .isLessThan(90 * RUNS / 100);
    }

    /** Skewed amounts, 20 more when treated. */
    @Test
    void shouldCoverAKnownEffectOnAnAmountAtEveryLook() {
        Random random = new Random(42);
        DoubleSupplier spend = () -> -100 * Math.log(1 - random.nextDouble());
        Coverage coverage = simulate(random, 20, spend, () -> spend.getAsDouble() + 20);
        assertThat(coverage.always()).isGreaterThanOrEqualTo(95 * RUNS / 100);
        assertThat(coverage.told()).as("and it finds the effect").isGreaterThan(RUNS / 2);
    }

    /** No effect: whoever stops at the first look that tells one errs seldom. */
    @Test
    void shouldSeldomTellAnEffectThatIsNotThere() {
        Random random = new Random(7);
        DoubleSupplier same = () -> random.nextDouble() < 0.2 ? 1 : 0;
        Coverage coverage = simulate(random, 0, same, same);
        assertThat(coverage.always()).isGreaterThanOrEqualTo(95 * RUNS / 100);
        assertThat(coverage.naive()).isLessThan(90 * RUNS / 100);
    }

    private record Coverage(int always, int naive, int told) {}

    private static Coverage simulate(Random random, double effect, DoubleSupplier untreated, DoubleSupplier treated) {
        int always = 0;
        int naive = 0;
        int told = 0;
        for (int run = 0; run < RUNS; run++) {
            HoldoutDraw draw = new HoldoutDraw(random.nextLong());
            ConfidenceSequence sequence = new ConfidenceSequence(0.05, 1_000);
            Uplift uplift = new Uplift(sequence);
            boolean covered = true;
            boolean naively = true;
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                boolean held = draw.isHeldOut("all", customer, PERCENT);
                uplift.add(held, (held ? untreated : treated).getAsDouble());
                if (customer % LOOK == LOOK - 1 && uplift.isEnough()) {
                    double off = Math.abs(uplift.difference() - effect);
                    long count = uplift.treated() + uplift.heldOut();
                    double error = uplift.radius() / sequence.radius(count, 1) / Math.sqrt(count);
                    covered &= off <= uplift.radius();
                    naively &= off <= Z * error;
                }
            }
            always += covered ? 1 : 0;
            naive += naively ? 1 : 0;
            told += uplift.isTold() ? 1 : 0;
        }
        return new Coverage(always, naive, told);
    }
}

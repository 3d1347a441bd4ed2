package org.clientele.engine.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlocksTest {
    @ParameterizedTest
    @CsvSource({"0, 10, 1", "9, 10, 1", "10, 10, 1", "19, 10, 1", "20, 10, 2", "163, 10, 16", "5000, 10, 16"})
    void shouldVisitEveryRowOnceInAsManyBlocksAsAreWorthIt(int rows, int worth, int blocks) {
        AtomicIntegerArray visits = new AtomicIntegerArray(rows);
        AtomicInteger runs = new AtomicInteger();

        Blocks.run(rows, worth, (from, to) -> {
            runs.incrementAndGet();
            IntStream.range(from, to).forEach(visits::incrementAndGet);
        });

        assertThat(runs).hasValue(blocks);
        assertThat(IntStream.range(0, rows).map(visits::get).filter(visit -> visit != 1))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"7, 10", "100, 10", "1000, 3"})
    void shouldAddUpWhatAllBlocksFound(int rows, int worth) {
        Blocks.Part part = (from, to, sum) -> {
            for (int row = from; row < to; row++) {
                sum.value += row;
                sum.gradient[0] += 1;
                sum.gradient[1] += 2 * row;
                for (int i = 0; i < sum.hessian.length; i++) {
                    sum.hessian[i] += i;
                }
            }
        };
        double all = rows * (rows - 1) / 2.0;

        Derivatives with = Blocks.sum(rows, worth, 2, part);
        Derivatives without = Blocks.sums(rows, worth, 2, part);

        assertThat(with.value).isEqualTo(all);
        assertThat(with.gradient).containsExactly(rows, 2 * all);
        assertThat(with.hessian).containsExactly(0, rows, 2 * rows, 3 * rows);
        assertThat(with.size()).isEqualTo(2);
        assertThat(without.value).isEqualTo(all);
        assertThat(without.gradient).containsExactly(rows, 2 * all);
        assertThat(without.hessian).isEmpty();
    }

    /** f = x²y: by logarithms its derivatives are 2f, f and 4f, 2f, f. */
    @Test
    void shouldTurnDerivativesIntoThoseByLogarithms() {
        double x = 3;
        double y = 0.5;
        double f = x * x * y;
        Derivatives derivatives = new Derivatives(2);
        derivatives.gradient[0] = 2 * x * y;
        derivatives.gradient[1] = x * x;
        derivatives.hessian[0] = 2 * y;
        derivatives.hessian[2] = 2 * x;

        derivatives.byLogarithms(new double[] {x, y});

        assertThat(derivatives.gradient).containsExactly(new double[] {2 * f, f}, within(1e-12));
        assertThat(derivatives.hessian[0]).isCloseTo(4 * f, within(1e-12));
        assertThat(derivatives.hessian[2]).isCloseTo(2 * f, within(1e-12));
        assertThat(derivatives.hessian[3]).isCloseTo(f, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "3, 5", "16, 31", "128, 40"})
    void shouldIntegratePolynomialsExactlyAndBeMadeOnce(int nodes, int degree) {
        GaussLegendre rule = GaussLegendre.of(nodes);
        double weights = 0;
        double sum = 0;
        for (int i = 0; i < rule.size(); i++) {
            assertThat(rule.node(i)).isBetween(0.0, 1.0);
            assertThat(i == 0 || rule.node(i) > rule.node(i - 1)).isTrue();
            weights += rule.weight(i);
            sum += rule.weight(i) * Math.pow(rule.node(i), degree);
        }

        assertThat(weights).isCloseTo(1, within(1e-13));
        assertThat(sum).isCloseTo(1.0 / (degree + 1), within(1e-13));
        assertThat(rule.size()).isEqualTo(nodes);
        assertThat(GaussLegendre.of(nodes)).isSameAs(rule);
    }
}

package org.clientele.engine.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CholeskyTest {
    /** Only the lower triangle counts: what stands above it is nonsense. */
    private static double[] matrix() {
        return new double[] {4, 99, 99, 2, 5, 99, -2, 1, 6};
    }

    @Test
    void shouldSolveByTheLowerTriangle() {
        double[] right = {4 * 1 + 2 * 2 - 2 * 3, 2 * 1 + 5 * 2 + 1 * 3, -2 * 1 + 1 * 2 + 6 * 3};

        assertThat(Cholesky.solve(matrix(), right)).isTrue();
        assertThat(right).containsExactly(new double[] {1, 2, 3}, within(1e-12));
    }

    @Test
    void shouldInvertAndLeaveTheMatrixAsItIs() {
        double[] matrix = matrix();
        double[] whole = {4, 2, -2, 2, 5, 1, -2, 1, 6};

        double[] inverse = Cholesky.inverse(matrix, 3);

        assertThat(matrix).containsExactly(matrix());
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                double sum = 0;
                for (int k = 0; k < 3; k++) {
                    sum += whole[row * 3 + k] * inverse[k * 3 + column];
                }
                assertThat(sum).isCloseTo(row == column ? 1 : 0, within(1e-12));
            }
        }
    }

    @Test
    void shouldRefuseWhatIsNotPositiveDefinite() {
        assertThat(Cholesky.solve(new double[] {1, 0, 2, 4}, new double[] {1, 1}))
                .isFalse();
        assertThat(Cholesky.solve(new double[] {1, 0, 2, 3}, new double[] {1, 1}))
                .isFalse();
        assertThat(Cholesky.solve(new double[] {Double.NaN}, new double[] {1})).isFalse();
        assertThat(Cholesky.inverse(new double[] {0}, 1)).isEmpty();
    }
}

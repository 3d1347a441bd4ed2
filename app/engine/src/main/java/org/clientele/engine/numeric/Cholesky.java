package org.clientele.engine.numeric;

/** Solves small symmetric positive definite systems. Stateless. */
public final class Cholesky {
    private Cholesky() {}

    /**
     * Solves {@code matrix · x = right} in place.
     *
     * @param matrix row by row, only the lower triangle is read; holds the factor afterwards
     * @param right the right side; holds the solution afterwards
     * @return false when the matrix is not positive definite to working precision
     */
    public static boolean solve(double[] matrix, double[] right) {
        return factor(matrix, right.length) && substitute(matrix, right);
    }

    /**
     * The inverse, row by row.
     *
     * @param matrix row by row, only the lower triangle is read; left as it is
     * @param size its rows
     * @return empty when the matrix is not positive definite to working precision
     */
    public static double[] inverse(double[] matrix, int size) {
        double[] factor = matrix.clone();
        if (!factor(factor, size)) {
            return new double[0];
        }
        double[] inverse = new double[size * size];
        for (int column = 0; column < size; column++) {
            double[] unit = new double[size];
            unit[column] = 1;
            substitute(factor, unit);
            for (int row = 0; row < size; row++) {
                inverse[row * size + column] = unit[row];
            }
        }
        return inverse;
    }

    private static boolean factor(double[] matrix, int size) {
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                double sum = matrix[row * size + column];
                for (int k = 0; k < column; k++) {
                    sum -= matrix[row * size + k] * matrix[column * size + k];
                }
                if (row == column && !(sum > 0)) {
                    return false;
                }
                matrix[row * size + column] = row == column ? Math.sqrt(sum) : sum / matrix[column * size + column];
            }
        }
        return true;
    }

    private static boolean substitute(double[] factor, double[] right) {
        int size = right.length;
        for (int row = 0; row < size; row++) {
            for (int k = 0; k < row; k++) {
                right[row] -= factor[row * size + k] * right[k];
            }
            right[row] /= factor[row * size + row];
        }
        for (int row = size - 1; row >= 0; row--) {
            for (int k = row + 1; k < size; k++) {
                right[row] -= factor[k * size + row] * right[k];
            }
            right[row] /= factor[row * size + row];
        }
        return true;
    }
}

package org.clientele.engine.lifetime;

import java.util.function.ToDoubleFunction;
import org.clientele.engine.numeric.Cholesky;

/** Standard errors from differences of a log-likelihood. */
final class NumericErrors {
    private static final double STEP = 1e-3;

    private NumericErrors() {}

    static double[] of(ToDoubleFunction<double[]> likelihood, double[] at) {
        int size = at.length;
        double[] curvature = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                curvature[i * size + j] = -(moved(likelihood, at, i, 1, j, 1)
                                - moved(likelihood, at, i, 1, j, -1)
                                - moved(likelihood, at, i, -1, j, 1)
                                + moved(likelihood, at, i, -1, j, -1))
                        / (4 * STEP * STEP * at[i] * at[j]);
            }
        }
        double[] inverse = Cholesky.inverse(curvature, size);
        double[] errors = new double[size];
        for (int i = 0; i < size; i++) {
            errors[i] = Math.sqrt(inverse[i * size + i]);
        }
        return errors;
    }

    private static double moved(ToDoubleFunction<double[]> likelihood, double[] at, int i, int up, int j, int over) {
        double[] moved = at.clone();
        moved[i] += up * STEP * at[i];
        moved[j] += over * STEP * at[j];
        return likelihood.applyAsDouble(moved);
    }
}

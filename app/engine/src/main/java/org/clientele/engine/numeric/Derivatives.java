package org.clientele.engine.numeric;

/** A value with its gradient and second derivatives, added up piece by piece. For one thread. */
public final class Derivatives {
    /** The value. */
    public double value;

    /** Its first derivatives. */
    public final double[] gradient;

    /** Its second derivatives, row by row; only the lower triangle counts. */
    public final double[] hessian;

    /** Zero everywhere. @param size number of variables */
    public Derivatives(int size) {
        this(size, true);
    }

    /** Zero everywhere. @param second whether second derivatives are wanted; without, {@link #hessian} is empty */
    public Derivatives(int size, boolean second) {
        gradient = new double[size];
        hessian = new double[second ? size * size : 0];
    }

    /** Number of variables. */
    public int size() {
        return gradient.length;
    }

    /** Adds what another one holds. */
    public void add(Derivatives other) {
        value += other.value;
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += other.gradient[i];
        }
        for (int i = 0; i < hessian.length; i++) {
            hessian[i] += other.hessian[i];
        }
    }

    /** Turns derivatives by positive variables into those by their logarithms. @param at the variables */
    public void byLogarithms(double[] at) {
        int size = size();
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                hessian[row * size + column] *= at[row] * at[column];
            }
            gradient[row] *= at[row];
            hessian[row * size + row] += gradient[row];
        }
    }
}

package org.clientele.engine.numeric;

import java.util.function.Function;

/**
 * Finds a maximum of a smooth function of a few positive variables by Newton's method on their logarithms; where the function is not concave
 * the curvature is damped until it is (Levenberg and Marquardt). Stateless.
 *
 * <p>Source: Nocedal and Wright, Numerical Optimization, 2nd ed. 2006, chapters 3 and 6.
 */
public final class Maximiser {
    private static final int MOST_STEPS = 300;

    /** So many steps in a row without any gain: rounding hides the rest of a ridge. */
    private static final int MOST_IDLE_STEPS = 3;

    private static final double LONGEST_STEP = 2;
    private static final double FARTHEST = 16;
    private static final double CLOSE = 1e-9;

    /** What a sum of millions of terms is off by, as a part of itself: less than that cannot be gained knowingly. */
    private static final double ROUNDING = 1e-13;

    private Maximiser() {}

    /**
     * Where a maximum was looked for.
     *
     * @param at the variables
     * @param value of the function there
     * @param covariance inverse of the negative second derivatives by the logarithms, row by row; empty when none was found
     * @param steps how many were made
     * @param found whether a maximum was; false when the function grows without end or is flat
     */
    public record Maximum(double[] at, double value, double[] covariance, int steps, boolean found) {}

    /**
     * Climbs from a start until a step can gain no more than 1e-9, or than rounding takes from a value above ten thousand.
     *
     * @param function its value, with derivatives by the variables themselves
     * @param start positive; a maximum more than a factor of about ten million away counts as none
     */
    public static Maximum climb(Function<double[], Derivatives> function, double[] start) {
        double[] logs = map(start, Math::log);
        Derivatives here = byLogarithms(function, start);
        double damping = 1e-3;
        int idle = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] direction = direction(here, 0);
            if (direction.length > 0 && gain(here, direction) < close(here)) {
                return maximum(logs, here, step);
            }
            double[] damped = direction.length > 0 ? direction : direction(here, damping);
            if (damped.length == 0) {
                damping *= 10;
                continue;
            }
            double[] next = moved(logs, damped);
            Derivatives there = byLogarithms(function, map(next, Math::exp));
            int halvings = 0;
            while (!(there.value >= here.value) && halvings++ < 40) {
                for (int i = 0; i < next.length; i++) {
                    next[i] = (next[i] + logs[i]) / 2;
                }
                there = byLogarithms(function, map(next, Math::exp));
            }
            idle = there.value > here.value ? 0 : idle + 1;
            if (!(there.value >= here.value) || idle == MOST_IDLE_STEPS || away(next, start)) {
                return new Maximum(map(next, Math::exp), there.value, new double[0], step, false);
            }
            damping = Math.max(1e-6, direction.length > 0 ? damping / 3 : damping / 2);
            logs = next;
            here = there;
        }
        return new Maximum(map(logs, Math::exp), here.value, new double[0], MOST_STEPS, false);
    }

    private static Derivatives byLogarithms(Function<double[], Derivatives> function, double[] at) {
        Derivatives found = function.apply(at);
        found.byLogarithms(at);
        return found;
    }

    private static Maximum maximum(double[] logs, Derivatives here, int steps) {
        double[] covariance = Cholesky.inverse(map(here.hessian, h -> -h), here.size());
        return new Maximum(map(logs, Math::exp), here.value, covariance, steps, covariance.length > 0);
    }

    /** The damped Newton step; empty where the function is not concave. */
    private static double[] direction(Derivatives here, double damping) {
        int size = here.size();
        double[] curvature = map(here.hessian, h -> -h);
        double scale = 0;
        for (int i = 0; i < size; i++) {
            scale = Math.max(scale, Math.abs(curvature[i * size + i]));
        }
        for (int i = 0; i < size; i++) {
            curvature[i * size + i] += damping * scale;
        }
        double[] step = here.gradient.clone();
        return Cholesky.solve(curvature, step) ? step : new double[0];
    }

    private static double close(Derivatives here) {
        return Math.max(CLOSE, ROUNDING * Math.abs(here.value));
    }

    private static double gain(Derivatives here, double[] direction) {
        double gain = 0;
        for (int i = 0; i < direction.length; i++) {
            gain += here.gradient[i] * direction[i] / 2;
        }
        return gain;
    }

    private static double[] moved(double[] logs, double[] step) {
        double longest = 0;
        for (double part : step) {
            longest = Math.max(longest, Math.abs(part));
        }
        double factor = Math.min(1, LONGEST_STEP / longest);
        double[] moved = logs.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += factor * step[i];
        }
        return moved;
    }

    private static boolean away(double[] logs, double[] start) {
        for (int i = 0; i < logs.length; i++) {
            if (!(Math.abs(logs[i] - Math.log(start[i])) < FARTHEST)) {
                return true;
            }
        }
        return false;
    }

    private static double[] map(double[] values, java.util.function.DoubleUnaryOperator to) {
        return java.util.Arrays.stream(values).map(to).toArray();
    }
}

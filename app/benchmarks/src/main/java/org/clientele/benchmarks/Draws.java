package org.clientele.benchmarks;

import java.util.SplittableRandom;

/** Random numbers that generated customers are made of. */
final class Draws {
    private Draws() {}

    static double exponential(SplittableRandom random) {
        return -Math.log1p(-random.nextDouble());
    }

    /** Marsaglia and Tsang (2000), A Simple Method for Generating Gamma Variables. */
    static double gamma(SplittableRandom random, double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double z = random.nextGaussian();
            double v = Math.pow(1 + c * z, 3);
            if (v > 0 && Math.log1p(-random.nextDouble()) < z * z / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    static double beta(SplittableRandom random, double a, double b) {
        double one = gamma(random, a);
        return one / (one + gamma(random, b));
    }
}

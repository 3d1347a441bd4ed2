package org.clientele.engine.lifetime;

/** Sums of numbers known by their logarithms. */
final class Logs {
    private Logs() {}

    /** log(1 + exp(x)), for any x. */
    static double onePlusExp(double x) {
        return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
    }
}

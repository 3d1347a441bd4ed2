package org.clientele.engine.lifetime;

import org.clientele.engine.numeric.GaussLegendre;

/**
 * The times at which a customer of a {@link ParetoNbd} may have left, between the last purchase and the day of observation, as the nodes of a
 * quadrature: the likelihood of having left is s ∫ (α + y)^−(r + x) (β + y)^−(s + 1) dy.
 *
 * <p>Nodes are spread by the logarithm of time, where the integrand is a sum of smooth exponentials; what lies where it has fallen by e⁻⁴⁰ is left
 * out. The number of nodes follows from how far it falls and how long the range is, for an error below 1e-12.
 */
final class LeavingTimes {
    private static final double DEEPEST = 40;

    private final double exponent;
    private final ParetoNbd model;
    private final double least;
    private final double begin;
    private final double range;
    private final double last;
    private final GaussLegendre rule;

    LeavingTimes(ParetoNbd model, int repeats, double last, double age) {
        this.model = model;
        this.last = last;
        exponent = model.r() + repeats;
        least = Math.min(model.alpha(), model.beta());
        begin = least + last;
        double whole = Math.log((least + age) / begin);
        double deep = fall(whole);
        range = deep > DEEPEST ? shortened(whole) : whole;
        double nodes = 8 + 0.45 * Math.min(deep, DEEPEST) + 2.8 * range;
        rule = GaussLegendre.of(Math.min(GaussLegendre.MOST, 4 * (int) Math.ceil(nodes / 4)));
    }

    private double shortened(double whole) {
        double low = 0;
        double high = whole;
        for (int i = 0; i < 12; i++) {
            double middle = (low + high) / 2;
            if (fall(middle) > DEEPEST) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private double fall(double length) {
        return Math.abs(logDensity(0) - logDensity(length));
    }

    private double logDensity(double length) {
        double at = begin * Math.exp(length) - least;
        return -exponent * Math.log(model.alpha() + at)
                - (model.s() + 1) * Math.log(model.beta() + at)
                + Math.log(least + at);
    }

    int size() {
        return rule.size();
    }

    /** A time of leaving, weeks after the first purchase. */
    double at(int i) {
        return last + begin * Math.expm1(range * rule.node(i));
    }

    /** The logarithm of the likelihood of having left about then. */
    double logTerm(int i) {
        double at = at(i);
        return logTerm(i, at, Math.log(model.alpha() + at), Math.log(model.beta() + at));
    }

    double logTerm(int i, double at, double logAlpha, double logBeta) {
        return -exponent * logAlpha
                - (model.s() + 1) * logBeta
                + Math.log(model.s() * range * rule.weight(i) * (least + at));
    }
}

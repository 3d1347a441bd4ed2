package org.clientele.engine.numeric;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Nodes and weights of Gauss–Legendre quadrature on 0–1; with n nodes polynomials up to degree 2n−1 are integrated exactly. Immutable.
 *
 * <p>Source: roots of the Legendre polynomials by Newton's method from Tricomi's approximation.
 */
public final class GaussLegendre {
    /** The most nodes that can be had. */
    public static final int MOST = 128;

    private static final AtomicReferenceArray<GaussLegendre> MADE = new AtomicReferenceArray<>(MOST + 1);

    private final double[] nodes;
    private final double[] weights;

    private GaussLegendre(int size) {
        nodes = new double[size];
        weights = new double[size];
        for (int i = 0; i < size; i++) {
            double x = Math.cos(Math.PI * (i + 0.75) / (size + 0.5));
            double slope = 1;
            for (int step = 0; step < 8; step++) {
                double below = 1;
                double value = x;
                for (int k = 2; k <= size; k++) {
                    double next = ((2 * k - 1) * x * value - (k - 1) * below) / k;
                    below = value;
                    value = next;
                }
                slope = size * (x * value - below) / (x * x - 1);
                x -= value / slope;
            }
            nodes[i] = (1 - x) / 2;
            weights[i] = 1 / ((1 - x * x) * slope * slope);
        }
    }

    /** The rule with that many nodes, 2 to {@value #MOST}. Made once. */
    public static GaussLegendre of(int size) {
        GaussLegendre made = MADE.get(size);
        if (made == null) {
            made = new GaussLegendre(size);
            MADE.set(size, made);
        }
        return made;
    }

    /** Number of nodes. */
    public int size() {
        return nodes.length;
    }

    /** A node, between 0 and 1. */
    public double node(int i) {
        return nodes[i];
    }

    /** Its weight; all add up to 1. */
    public double weight(int i) {
        return weights[i];
    }
}

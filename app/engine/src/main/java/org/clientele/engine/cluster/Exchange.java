package org.clientele.engine.cluster;

/**
 * Moves single rows to other groups as long as the inertia falls: leaving a group of n saves n / (n − 1) times the squared distance from its centre,
 * joining one of m costs m / (m + 1) times. Where this ends, so would Lloyd's steps, but not the other way round.
 *
 * <p>Source: Hartigan (1975), Clustering Algorithms; Telgarsky and Vattani (2010), Hartigan's Method: k-means Clustering without Voronoi.
 */
final class Exchange {
    private static final int MOST_PASSES = 100;
    private static final double WORTH = 1e-9;

    private final double[] values;
    private final int width;
    private final double[] centres;
    private final int[] places;
    private final long[] sizes;

    /** All but the values are changed in place. */
    Exchange(double[] values, int width, double[] centres, int[] places, long[] sizes) {
        this.values = values;
        this.width = width;
        this.centres = centres;
        this.places = places;
        this.sizes = sizes;
    }

    void run() {
        boolean changed = true;
        for (int pass = 0; changed && pass < MOST_PASSES; pass++) {
            changed = false;
            for (int row = 0; row < places.length; row++) {
                int own = places[row];
                int best = sizes[own] > 1 ? best(row, own) : own;
                if (best != own) {
                    shift(row, own, -1);
                    shift(row, best, 1);
                    places[row] = best;
                    changed = true;
                }
            }
        }
    }

    private int best(int row, int own) {
        double saved = Distances.between(values, row, centres, own, width) * sizes[own] / (sizes[own] - 1);
        double least = saved * (1 - WORTH) - WORTH;
        int best = own;
        for (int cluster = 0; cluster < sizes.length; cluster++) {
            if (cluster != own) {
                double cost =
                        Distances.between(values, row, centres, cluster, width) * sizes[cluster] / (sizes[cluster] + 1);
                if (cost < least) {
                    least = cost;
                    best = cluster;
                }
            }
        }
        return best;
    }

    private void shift(int row, int cluster, int sign) {
        sizes[cluster] += sign;
        for (int i = 0; i < width; i++) {
            int at = cluster * width + i;
            centres[at] += sign * (values[row * width + i] - centres[at]) / sizes[cluster];
        }
    }
}

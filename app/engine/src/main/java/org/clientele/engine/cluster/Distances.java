package org.clientele.engine.cluster;

/** Squared distances between rows and centres. */
final class Distances {
    private Distances() {}

    static double between(double[] one, int place, double[] other, int otherPlace, int width) {
        int at = place * width;
        int to = otherPlace * width;
        double sum = 0;
        for (int i = 0; i < width; i++) {
            double away = one[at + i] - other[to + i];
            sum += away * away;
        }
        return sum;
    }

    static int nearest(double[] values, int place, double[] centres, int count, int width) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int cluster = 0; cluster < count; cluster++) {
            double distance = between(values, place, centres, cluster, width);
            if (distance < least) {
                least = distance;
                nearest = cluster;
            }
        }
        return nearest;
    }
}

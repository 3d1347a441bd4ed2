package org.clientele.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.clientele.engine.cluster.ClusterRows;
import org.clientele.engine.cluster.Clustering;
import org.clientele.engine.cluster.Clusters;
import org.clientele.engine.cluster.KMeans;
import org.clientele.engine.statistics.Feature;
import org.hipparchus.clustering.CentroidCluster;
import org.hipparchus.clustering.DoublePoint;
import org.hipparchus.clustering.KMeansPlusPlusClusterer;
import org.hipparchus.clustering.distance.EuclideanDistance;
import org.hipparchus.random.Well19937c;

/**
 * Groups generated rows of four columns, four clouds, into eight, in at most fifty steps; Hipparchus does the same with the same standardised rows
 * in the same run. Arguments: rows (1000000), times (5).
 */
final class ClusterBenchmark {
    private static final String ROWS = "1000000";
    private static final String TIMES = "5";
    private static final int WIDTH = 4;
    private static final int CLOUDS = 4;
    private static final int CLUSTERS = 8;
    private static final int STEPS = 50;

    private ClusterBenchmark() {}

    static void run(List<String> arguments) {
        int size = Integer.parseInt(arguments.stream().findFirst().orElse(ROWS));
        int times = Integer.parseInt(arguments.stream().skip(1).findFirst().orElse(TIMES));
        double[][] columns = columns(size);
        long[] lots = new SplittableRandom(2).longs(size).toArray();
        List<Feature.Amount> amounts = new ArrayList<>();
        for (int column = 0; column < WIDTH; column++) {
            double[] values = columns[column];
            amounts.add(new Feature.Amount("c" + column, row -> values[row]));
        }
        Timings standardising = new Timings("copying and standardising");
        Timings grouping = new Timings("k-means, one start");
        Clusters clusters = null;
        for (int i = 0; i < times; i++) {
            ClusterRows[] rows = new ClusterRows[1];
            Clusters[] found = new Clusters[1];
            standardising.time(() -> rows[0] = ClusterRows.of(amounts, size, lots));
            grouping.time(() -> found[0] = found(rows[0]));
            clusters = found[0];
        }
        System.out.println(standardising.text());
        System.out.println(grouping.text());
        if (clusters != null) {
            System.out.printf(Locale.ROOT, "inertia %.1f in %d steps%n", clusters.inertia(), clusters.steps());
            peer(clusters.rows(), columns);
        }
    }

    private static Clusters found(ClusterRows rows) {
        return switch (KMeans.cluster(rows, new KMeans.Settings(CLUSTERS, 1, STEPS, 7))) {
            case Clustering.Found(Clusters clusters) -> clusters;
            case Clustering.Refused refused -> throw new IllegalStateException("The rows were refused: " + refused);
        };
    }

    private static double[][] columns(int size) {
        SplittableRandom random = new SplittableRandom(1);
        double[][] columns = new double[WIDTH][size];
        for (int row = 0; row < size; row++) {
            int cloud = random.nextInt(CLOUDS);
            for (int column = 0; column < WIDTH; column++) {
                columns[column][row] = 6 * ((cloud >> (column % 2)) & 1) + random.nextGaussian();
            }
        }
        return columns;
    }

    private static void peer(ClusterRows scale, double[][] columns) {
        List<DoublePoint> points = new ArrayList<>();
        for (int row = 0; row < columns[0].length; row++) {
            double[] point = new double[WIDTH];
            for (int column = 0; column < WIDTH; column++) {
                point[column] = (columns[column][row] - scale.mean(column)) / scale.deviation(column);
            }
            points.add(new DoublePoint(point));
        }
        Timings peer = new Timings("Hipparchus");
        double inertia = 0;
        for (int i = 0; i < 3; i++) {
            KMeansPlusPlusClusterer<DoublePoint> clusterer =
                    new KMeansPlusPlusClusterer<>(CLUSTERS, STEPS, new EuclideanDistance(), new Well19937c(7 + i));
            List<List<CentroidCluster<DoublePoint>>> found = new ArrayList<>();
            peer.time(() -> found.add(clusterer.cluster(points)));
            inertia = inertia(found.getFirst());
            System.out.printf(Locale.ROOT, "Hipparchus inertia %.1f%n", inertia);
        }
        System.out.println(peer.text());
    }

    private static double inertia(List<CentroidCluster<DoublePoint>> clusters) {
        double sum = 0;
        for (CentroidCluster<DoublePoint> cluster : clusters) {
            double[] centre = cluster.getCenter().getPoint();
            for (DoublePoint point : cluster.getPoints()) {
                for (int i = 0; i < WIDTH; i++) {
                    double away = point.getPoint()[i] - centre[i];
                    sum += away * away;
                }
            }
        }
        return sum;
    }
}

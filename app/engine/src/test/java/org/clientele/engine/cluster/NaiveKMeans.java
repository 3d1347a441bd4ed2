package org.clientele.engine.cluster;

import java.util.Arrays;
import java.util.Random;

/** K-means by the book, on standardised columns: the yardstick. */
final class NaiveKMeans {
    private NaiveKMeans() {}

    static double bestInertia(ClusterFixture fixture, int count, int restarts, long seed) {
        double[][] rows = standardised(fixture.rows());
        double best = Double.POSITIVE_INFINITY;
        Random random = new Random(seed);
        for (int restart = 0; restart < restarts; restart++) {
            best = Math.min(best, climb(rows, start(rows, count, random)));
        }
        return best;
    }

    static double inertia(ClusterFixture fixture, int[] groups, int count) {
        double[][] rows = standardised(fixture.rows());
        double[][] centres = means(rows, groups, new double[count][rows[0].length]);
        double sum = 0;
        for (int row = 0; row < rows.length; row++) {
            sum += distance(rows[row], centres[groups[row]]);
        }
        return sum;
    }

    private static double[][] standardised(double[][] given) {
        double[][] rows = Arrays.stream(given).map(double[]::clone).toArray(double[][]::new);
        for (int column = 0; column < rows[0].length; column++) {
            int at = column;
            double mean =
                    Arrays.stream(rows).mapToDouble(row -> row[at]).average().orElseThrow();
            double variance = Arrays.stream(rows)
                    .mapToDouble(row -> Math.pow(row[at] - mean, 2))
                    .average()
                    .orElseThrow();
            for (double[] row : rows) {
                row[column] = (row[column] - mean) / Math.sqrt(variance);
            }
        }
        return rows;
    }

    private static double[][] start(double[][] rows, int count, Random random) {
        double[][] centres = new double[count][];
        centres[0] = rows[random.nextInt(rows.length)].clone();
        for (int i = 1; i < count; i++) {
            double[] nearest = new double[rows.length];
            for (int row = 0; row < rows.length; row++) {
                nearest[row] = distance(rows[row], centres[nearest(rows[row], centres, i)]);
            }
            double left = random.nextDouble() * Arrays.stream(nearest).sum();
            int row = 0;
            while (row < rows.length - 1 && (left -= nearest[row]) > 0) {
                row++;
            }
            centres[i] = rows[row].clone();
        }
        return centres;
    }

    private static double climb(double[][] rows, double[][] start) {
        double[][] centres = start;
        int[] groups = new int[rows.length];
        for (int step = 0; step < 300; step++) {
            for (int row = 0; row < rows.length; row++) {
                groups[row] = nearest(rows[row], centres, centres.length);
            }
            centres = means(rows, groups, centres);
        }
        double sum = 0;
        for (int row = 0; row < rows.length; row++) {
            sum += distance(rows[row], centres[groups[row]]);
        }
        return sum;
    }

    private static double[][] means(double[][] rows, int[] groups, double[][] before) {
        double[][] means = new double[before.length][rows[0].length];
        int[] sizes = new int[before.length];
        for (int row = 0; row < rows.length; row++) {
            sizes[groups[row]]++;
            for (int i = 0; i < rows[row].length; i++) {
                means[groups[row]][i] += rows[row][i];
            }
        }
        for (int group = 0; group < means.length; group++) {
            for (int i = 0; i < means[group].length; i++) {
                means[group][i] = sizes[group] == 0 ? before[group][i] : means[group][i] / sizes[group];
            }
        }
        return means;
    }

    private static int nearest(double[] row, double[][] centres, int count) {
        int nearest = 0;
        for (int i = 1; i < count; i++) {
            nearest = distance(row, centres[i]) < distance(row, centres[nearest]) ? i : nearest;
        }
        return nearest;
    }

    private static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return sum;
    }
}

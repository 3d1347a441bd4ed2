package org.clientele.engine.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.clientele.engine.TestData;
import org.clientele.engine.statistics.Feature;

/** Rows to be grouped. */
record ClusterFixture(List<String> columns, double[][] rows, long[] lots) {
    /** What 440 customers of a wholesaler spend, by product group. */
    static ClusterFixture wholesale() {
        try {
            List<String> lines = Files.readAllLines(TestData.shared("retail/wholesale_customers.csv"));
            List<String> names = List.of(lines.getFirst().split(",")).subList(2, 8);
            double[][] rows = lines.stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(cells -> IntStream.range(2, 8)
                            .mapToDouble(i -> Double.parseDouble(cells[i]))
                            .toArray())
                    .toArray(double[][]::new);
            return new ClusterFixture(names, rows, lots(rows.length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Round clouds around the corners of a square, the first the largest. */
    static ClusterFixture blobs(int size, long seed) {
        Random random = new Random(seed);
        double[][] rows = new double[size][];
        for (int row = 0; row < size; row++) {
            int blob = Math.max(0, random.nextInt(5) - 1);
            double x = 10 * (blob % 2) + random.nextGaussian();
            rows[row] = new double[] {x, 1_000 * (10 * (blob / 2) + random.nextGaussian())};
        }
        return new ClusterFixture(List.of("x", "y"), rows, lots(size));
    }

    static ClusterFixture of(double[]... rows) {
        List<String> names = IntStream.range(0, rows.length == 0 ? 1 : rows[0].length)
                .mapToObj(i -> "c" + i)
                .toList();
        return new ClusterFixture(names, rows, lots(rows.length));
    }

    private static long[] lots(int size) {
        return IntStream.range(0, size).mapToLong(row -> row * 7_919L).toArray();
    }

    ClusterFixture ordered(int[] order) {
        double[][] moved = new double[rows.length][];
        long[] movedLots = new long[rows.length];
        for (int i = 0; i < order.length; i++) {
            moved[i] = rows[order[i]];
            movedLots[i] = lots[order[i]];
        }
        return new ClusterFixture(columns, moved, movedLots);
    }

    ClusterFixture scaled(int column, double factor, double shift) {
        double[][] scaled = new double[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            scaled[row] = rows[row].clone();
            scaled[row][column] = scaled[row][column] * factor + shift;
        }
        return new ClusterFixture(columns, scaled, lots);
    }

    ClusterRows clusterRows() {
        List<Feature.Amount> amounts = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            int at = column;
            amounts.add(new Feature.Amount(columns.get(column), row -> rows[row][at]));
        }
        return ClusterRows.of(amounts, rows.length, lots);
    }

    Clusters clusters(int count) {
        return ((Clustering.Found) KMeans.cluster(clusterRows(), KMeans.Settings.of(count, 1))).clusters();
    }
}

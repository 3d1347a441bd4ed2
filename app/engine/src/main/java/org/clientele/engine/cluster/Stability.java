package org.clientele.engine.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Whether the same groups come out of other customers: groups are made of random halves again, all rows are put into the nearest of them, and that is
 * compared with the groups made of all by the adjusted Rand index. 1 is the same, 0 no more alike than by chance; below some 0.8 groups are not to be
 * relied on.
 *
 * <p>At most {@link KMeans#SAMPLE} rows are asked. Source: Hubert and Arabie (1985), Comparing Partitions, Journal of Classification 2; Lange and
 * others (2004), Stability-Based Validation of Clustering Solutions, Neural Computation 16.
 *
 * @param mean of the index over the re-samples
 * @param least of them
 * @param samples how many there were
 */
public record Stability(double mean, double least, int samples) {
    private static final int STARTS = 5;
    private static final int STEPS = 100;

    /**
     * Measures.
     *
     * @param samples how many re-samples, at least 1
     * @return NaN when no half has enough different rows
     */
    public static Stability of(Clusters clusters, int samples, long seed) {
        ClusterRows rows = clusters.rows().first(KMeans.SAMPLE);
        int[] places = Arrays.copyOf(clusters.places(), rows.size());
        double[] found = IntStream.range(0, samples)
                .mapToObj(sample -> half(rows, Lots.mixed(seed, sample)))
                .map(half -> KMeans.cluster(half, new KMeans.Settings(clusters.count(), STARTS, STEPS, seed)))
                .filter(Clustering.Found.class::isInstance)
                .mapToDouble(other -> adjustedRand(places, nearest(rows, ((Clustering.Found) other).clusters())))
                .toArray();
        return new Stability(
                Arrays.stream(found).average().orElse(Double.NaN),
                Arrays.stream(found).min().orElse(Double.NaN),
                found.length);
    }

    private static ClusterRows half(ClusterRows rows, long seed) {
        return rows.some(IntStream.range(0, rows.size())
                .filter(place -> (Lots.mixed(place, seed) & 1) == 0)
                .toArray());
    }

    private static int[] nearest(ClusterRows rows, Clusters other) {
        return IntStream.range(0, rows.size())
                .map(place -> other.nearest(rows, place))
                .toArray();
    }

    /**
     * How much two ways to group the same rows agree: 1 when they are the same but for the names, about 0 by chance; also 1 when both make one group.
     *
     * @param one the group of each row, from 0 on
     * @param other the same, equally long
     */
    public static double adjustedRand(int[] one, int[] other) {
        int width = Arrays.stream(other).max().orElse(0) + 1;
        long[] cells = new long[(Arrays.stream(one).max().orElse(0) + 1) * width];
        long[] rows = new long[cells.length / width];
        long[] columns = new long[width];
        for (int i = 0; i < one.length; i++) {
            cells[one[i] * width + other[i]]++;
            rows[one[i]]++;
            columns[other[i]]++;
        }
        double together = pairs(cells);
        double inOne = pairs(rows);
        double inOther = pairs(columns);
        double all = pairs(new long[] {one.length});
        double chance = all == 0 ? 0 : inOne * inOther / all;
        double most = (inOne + inOther) / 2;
        return most == chance ? 1 : (together - chance) / (most - chance);
    }

    private static double pairs(long[] counts) {
        return Arrays.stream(counts).mapToDouble(n -> n * (n - 1) / 2.0).sum();
    }
}

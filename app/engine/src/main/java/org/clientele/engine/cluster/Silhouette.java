package org.clientele.engine.cluster;

import java.util.Arrays;
import org.clientele.engine.numeric.Blocks;

/**
 * How much nearer rows are to their own group than to the next one: for each (b − a) / max(a, b), a the mean distance to the others of its group, b
 * the least mean distance to those of another; 0 for the only one of a group. From −1 to 1; above 0.5 groups are distinct, below 0.25 hardly.
 *
 * <p>Taken on a random sample of at most {@value #SAMPLE} rows. Source: Rousseeuw (1987), Silhouettes, Journal of Computational and Applied
 * Mathematics 20. Stateless.
 */
public final class Silhouette {
    /** The most rows whose distances are taken. */
    public static final int SAMPLE = 2_000;

    private static final int WORTH = 64;

    private Silhouette() {}

    /** The mean over the sample; NaN when all its rows are in one group. */
    public static double of(Clusters clusters) {
        ClusterRows rows = clusters.rows().first(SAMPLE);
        int[] places = Arrays.copyOf(clusters.places(), rows.size());
        int[] sizes = new int[clusters.count()];
        for (int cluster : places) {
            sizes[cluster]++;
        }
        if (Arrays.stream(sizes).filter(size -> size > 0).count() < 2) {
            return Double.NaN;
        }
        return Blocks.sums(rows.size(), WORTH, 0, (from, to, sum) -> {
                            double[] distances = new double[clusters.count()];
                            for (int row = from; row < to; row++) {
                                sum.value += of(rows, row, places, sizes, distances);
                            }
                        })
                        .value
                / rows.size();
    }

    private static double of(ClusterRows rows, int row, int[] places, int[] sizes, double[] distances) {
        int own = places[row];
        if (sizes[own] == 1) {
            return 0;
        }
        Arrays.fill(distances, 0);
        for (int other = 0; other < places.length; other++) {
            distances[places[other]] +=
                    Math.sqrt(Distances.between(rows.values(), row, rows.values(), other, rows.width()));
        }
        double within = distances[own] / (sizes[own] - 1);
        double next = Double.POSITIVE_INFINITY;
        for (int cluster = 0; cluster < sizes.length; cluster++) {
            if (cluster != own && sizes[cluster] > 0) {
                next = Math.min(next, distances[cluster] / sizes[cluster]);
            }
        }
        double larger = Math.max(within, next);
        return larger > 0 ? (next - within) / larger : 0;
    }
}

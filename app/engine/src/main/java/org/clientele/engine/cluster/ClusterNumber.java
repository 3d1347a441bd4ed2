package org.clientele.engine.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * How many groups to make: the number with the best {@link Silhouette}, beside the elbow of the inertia, after which more groups gain little. Both
 * are advice; what a group is for decides.
 *
 * @param tried each number, ascending; at most {@link KMeans#SAMPLE} rows are asked
 * @param bySilhouette the one with the highest silhouette, the smallest of equals
 * @param byElbow the one farthest below the line from the first to the last inertia (Satopää and others 2011, Kneedle); the first when only two
 *     were tried
 */
public record ClusterNumber(List<Tried> tried, int bySilhouette, int byElbow) {
    public ClusterNumber {
        tried = List.copyOf(tried);
    }

    /**
     * A number of groups.
     *
     * @param clusters how many
     * @param inertia of the rows asked, see {@link Clusters#inertia}
     * @param silhouette see {@link Silhouette#of}
     */
    public record Tried(int clusters, double inertia, double silhouette) {}

    /**
     * Tries all numbers in a range; those that the rows are too few for, or too alike, are left out.
     *
     * @param fewest at least 2
     * @param most at most {@link KMeans#MOST_CLUSTERS}
     * @return with nothing tried and 0 for both when no number is possible
     */
    public static ClusterNumber between(ClusterRows rows, int fewest, int most, long seed) {
        return between(rows, fewest, most, seed, count -> true);
    }

    /** The same, to be ended early. @param goOn asked before each number; false: no more are tried */
    public static ClusterNumber between(ClusterRows rows, int fewest, int most, long seed, IntPredicate goOn) {
        ClusterRows asked = rows.size() > KMeans.SAMPLE ? rows.first(KMeans.SAMPLE) : rows;
        List<Tried> tried = new ArrayList<>();
        for (int count = fewest; count <= most && goOn.test(count); count++) {
            if (KMeans.cluster(asked, KMeans.Settings.of(count, seed)) instanceof Clustering.Found(Clusters clusters)) {
                tried.add(new Tried(count, clusters.inertia(), Silhouette.of(clusters)));
            }
        }
        return new ClusterNumber(tried, bestSilhouette(tried), elbow(tried));
    }

    private static int bestSilhouette(List<Tried> tried) {
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (Tried one : tried) {
            if (one.silhouette() > highest) {
                highest = one.silhouette();
                best = one.clusters();
            }
        }
        return best;
    }

    private static int elbow(List<Tried> tried) {
        if (tried.isEmpty()) {
            return 0;
        }
        Tried first = tried.getFirst();
        Tried last = tried.getLast();
        int best = first.clusters();
        double deepest = 0;
        for (Tried one : tried) {
            double along =
                    (double) (one.clusters() - first.clusters()) / Math.max(1, last.clusters() - first.clusters());
            double line = first.inertia() + along * (last.inertia() - first.inertia());
            if (line - one.inertia() > deepest) {
                deepest = line - one.inertia();
                best = one.clusters();
            }
        }
        return best;
    }
}

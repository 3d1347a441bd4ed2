package org.clientele.engine.cluster;

import org.clientele.engine.cluster.Clustering.Refusal;

/**
 * Groups rows so that each is near to the mean of its group: starts by k-means++, Lloyd's steps until nobody changes, the best of several starts.
 * With more than {@value #SAMPLE} rows the starts are tried on a random sample of so many, and the best goes on with all. Stateless.
 *
 * <p>Source: Lloyd (1982), Least Squares Quantization in PCM, IEEE Transactions on Information Theory 28(2); Hartigan and Wong (1979), A K-Means
 * Clustering Algorithm, Applied Statistics 28, for what is gained after that by single rows; Arthur and Vassilvitskii (2007),
 * k-means++: The Advantages of Careful Seeding; Hamerly (2010), Making k-means Even Faster, for leaving out distances that cannot matter.
 */
public final class KMeans {
    /** Fewer rows for each group are refused. */
    public static final int ROWS_A_CLUSTER = 2;

    /** On so many rows starts are tried. */
    public static final int SAMPLE = 20_000;

    /** How many times as many starts are tried with few rows. */
    static final int MOST_TIMES = 10;

    /** The most groups. */
    public static final int MOST_CLUSTERS = 50;

    private KMeans() {}

    /**
     * How to look for groups.
     *
     * @param clusters how many groups, 2 to {@value KMeans#MOST_CLUSTERS}
     * @param starts how many starts are tried, at least 1; with few rows up to {@value KMeans#MOST_TIMES} times as many, for they cost little
     * @param steps the most assignments of all rows after a start
     * @param seed of the starts
     */
    public record Settings(int clusters, int starts, int steps, long seed) {
        public Settings {
            if (clusters < 2 || clusters > MOST_CLUSTERS || starts < 1 || steps < 1) {
                throw new IllegalArgumentException(
                        "Groups need 2 to %d clusters, starts and steps of at least 1; found %d, %d and %d"
                                .formatted(MOST_CLUSTERS, clusters, starts, steps));
            }
        }

        /** Ten starts, at most 100 steps. */
        public static Settings of(int clusters, long seed) {
            return new Settings(clusters, 10, 100, seed);
        }
    }

    /** Finds groups, or says why not; uses all processors. */
    public static Clustering cluster(ClusterRows rows, Settings settings) {
        int needed = ROWS_A_CLUSTER * settings.clusters();
        if (rows.size() < needed) {
            return new Clustering.Refused(Refusal.TOO_FEW_ROWS, rows.size(), needed);
        }
        boolean differs = false;
        for (int column = 0; column < rows.width(); column++) {
            differs |= rows.deviation(column) > 0;
        }
        if (!differs) {
            return new Clustering.Refused(Refusal.SAME_EVERYWHERE, 0, 1);
        }
        int different = Seeding.different(rows, settings.clusters());
        if (different < settings.clusters()) {
            return new Clustering.Refused(Refusal.TOO_FEW_DIFFERENT, different, settings.clusters());
        }
        return new Clustering.Found(found(rows, settings));
    }

    static Clusters found(ClusterRows rows, Settings settings) {
        ClusterRows sample = rows.size() > SAMPLE ? rows.first(SAMPLE) : rows;
        Lloyd best = null;
        int starts = settings.starts() * Math.clamp(SAMPLE / rows.size(), 1, MOST_TIMES);
        for (int start = 0; start < starts; start++) {
            long seed = Lots.mixed(settings.seed(), start);
            Lloyd climb = new Lloyd(
                    sample, settings.clusters(), Seeding.centres(sample, settings.clusters(), seed, start % 2 == 0));
            climb.climb(settings.steps());
            climb.exchange();
            best = best == null || climb.inertia() < best.inertia() ? climb : best;
        }
        java.util.Objects.requireNonNull(best, "at least one start");
        if (sample != rows) {
            best = new Lloyd(rows, settings.clusters(), best.centres());
            best.climb(settings.steps());
        }
        return new Clusters(rows, settings.clusters(), best.centres(), best.places(), best.inertia(), best.steps());
    }
}

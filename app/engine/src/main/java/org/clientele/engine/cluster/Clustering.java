package org.clientele.engine.cluster;

/** What came of looking for groups. */
public sealed interface Clustering {
    /** Groups were found. */
    record Found(Clusters clusters) implements Clustering {}

    /**
     * The rows do not allow it.
     *
     * @param why the reason
     * @param found how many there are of what is lacking
     * @param needed how many there should be
     */
    record Refused(Refusal why, int found, int needed) implements Clustering {}

    /** Why no groups are found. */
    enum Refusal {
        /** Fewer rows without missing amounts than {@value KMeans#ROWS_A_CLUSTER} for each group. */
        TOO_FEW_ROWS,
        /** No column differs from row to row. */
        SAME_EVERYWHERE,
        /** Fewer different rows than groups. */
        TOO_FEW_DIFFERENT
    }
}

package org.clientele.engine.cluster;

import java.util.List;
import org.clientele.engine.statistics.Feature;

/**
 * The centres of groups and the scale they are measured on, without the rows they were found in: whoever comes later is put into the nearest. Immutable;
 * safe to share between threads.
 */
public final class ClusterCentres {
    private final double[] means;
    private final double[] deviations;
    private final double[] centres;
    private final int count;

    private ClusterCentres(double[] means, double[] deviations, double[] centres, int count) {
        this.means = means;
        this.deviations = deviations;
        this.centres = centres;
        this.count = count;
    }

    /** Those of groups that were found. */
    public static ClusterCentres of(Clusters clusters) {
        ClusterRows rows = clusters.rows();
        int width = rows.width();
        double[] means = new double[width];
        double[] deviations = new double[width];
        for (int column = 0; column < width; column++) {
            means[column] = rows.mean(column);
            deviations[column] = rows.deviation(column);
        }
        return new ClusterCentres(means, deviations, clusters.centres().clone(), clusters.count());
    }

    /** Number of groups. */
    public int count() {
        return count;
    }

    /** The mean of a column in a group, in the column's unit. */
    public double mean(int cluster, int column) {
        return means[column] + deviations[column] * centre(cluster, column);
    }

    /** How many standard deviations the group's mean lies above that of all. */
    public double centre(int cluster, int column) {
        return centres[cluster * means.length + column];
    }

    /**
     * The group nearest to a row; {@link Clusters#NONE} when an amount is missing.
     *
     * @param amounts the columns, in the order in which the groups were found
     * @param standardised room for a row, overwritten
     */
    public int nearest(List<Feature.Amount> amounts, int row, double[] standardised) {
        for (int column = 0; column < means.length; column++) {
            double amount = amounts.get(column).amounts().at(row);
            if (!Double.isFinite(amount)) {
                return Clusters.NONE;
            }
            standardised[column] = deviations[column] > 0 ? (amount - means[column]) / deviations[column] : 0;
        }
        return Distances.nearest(standardised, 0, centres, count, means.length);
    }
}

package org.clientele.engine.cluster;

/**
 * Groups of rows, the largest first. Immutable; safe to share between threads.
 */
public final class Clusters {
    /** {@link #of} a row that was left out. */
    public static final int NONE = -1;

    private final ClusterRows rows;
    private final int count;
    private final double[] centres;
    private final int[] places;
    private final int[] byRow;
    private final int[] sizes;
    private final double inertia;
    private final int steps;

    /** @param centres standardised, one after the other @param places the group of each place of the rows */
    Clusters(ClusterRows rows, int count, double[] centres, int[] places, double inertia, int steps) {
        this.rows = rows;
        this.count = count;
        this.inertia = inertia;
        this.steps = steps;
        int[] order = order(count, places, centres, rows.width());
        int width = rows.width();
        this.centres = new double[centres.length];
        int[] rank = new int[count];
        for (int i = 0; i < count; i++) {
            rank[order[i]] = i;
            System.arraycopy(centres, order[i] * width, this.centres, i * width, width);
        }
        this.places = new int[places.length];
        byRow = new int[rows.given()];
        java.util.Arrays.fill(byRow, NONE);
        sizes = new int[count];
        for (int place = 0; place < places.length; place++) {
            int cluster = rank[places[place]];
            this.places[place] = cluster;
            byRow[rows.row(place)] = cluster;
            sizes[cluster]++;
        }
    }

    /** By size, then by centre. */
    private static int[] order(int count, int[] places, double[] centres, int width) {
        int[] sizes = new int[count];
        for (int cluster : places) {
            sizes[cluster]++;
        }
        return java.util.stream.IntStream.range(0, count)
                .boxed()
                .sorted((a, b) -> sizes[a] != sizes[b]
                        ? Integer.compare(sizes[b], sizes[a])
                        : java.util.Arrays.compare(
                                centres, a * width, (a + 1) * width, centres, b * width, (b + 1) * width))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The rows that were grouped. */
    public ClusterRows rows() {
        return rows;
    }

    /** Number of groups. */
    public int count() {
        return count;
    }

    /** The group of a row as it was given, 0 for the largest; {@link #NONE} when the row was left out. */
    public int of(int row) {
        return byRow[row];
    }

    /** Number of rows in a group. */
    public int size(int cluster) {
        return sizes[cluster];
    }

    /** The mean of a column in a group, in the column's unit. */
    public double mean(int cluster, int column) {
        return rows.amount(column, centre(cluster, column));
    }

    /** How many standard deviations the group's mean lies above that of all rows. */
    public double centre(int cluster, int column) {
        return centres[cluster * rows.width() + column];
    }

    /** Sum of squared distances of rows from their group's centre, in standard deviations. */
    public double inertia() {
        return inertia;
    }

    /** How many times all rows were assigned in the last climb. */
    public int steps() {
        return steps;
    }

    /** The group nearest to a row of some rows at the same scale. */
    int nearest(ClusterRows other, int place) {
        return Distances.nearest(other.values(), place, centres, count, rows.width());
    }

    double[] centres() {
        return centres;
    }

    int[] places() {
        return places;
    }
}

package org.clientele.engine.cluster;

import java.util.Arrays;
import java.util.List;
import org.clientele.engine.numeric.Blocks;
import org.clientele.engine.statistics.Feature;

/**
 * The rows to be grouped, each amount standardised to mean 0 and standard deviation 1 over them. A row with an amount that is missing (NaN or
 * infinite) is left out; an amount that is the same everywhere is 0 and distinguishes nobody. Immutable as long as the columns
 * are; 8 bytes a row and amount, 4 besides.
 *
 * <p>Rows are kept in the order of their lots, so that neither their order nor that of the sums changes the result, and so that the first ones are a
 * random sample.
 */
public final class ClusterRows {
    private static final int WORTH = 16_384;

    /** A smaller deviation, relative to the largest amount, is that of rounding. */
    private static final double SAME = 1e-12;

    private final List<Feature.Amount> amounts;
    private final List<String> columns;
    private final int given;
    private final int[] rows;
    private final double[] values;
    private final double[] means;
    private final double[] deviations;

    private ClusterRows(List<Feature.Amount> amounts, int given, int[] rows, double[] values) {
        this.amounts = amounts;
        columns = amounts.stream().map(Feature.Amount::id).toList();
        this.given = given;
        this.rows = rows;
        this.values = values;
        means = new double[columns.size()];
        deviations = new double[columns.size()];
    }

    /**
     * Copies and standardises.
     *
     * @param amounts the columns, at least one; ids unique
     * @param size number of rows
     * @param lots a number for each row that stands for whoever the row is about
     */
    public static ClusterRows of(List<Feature.Amount> amounts, int size, long[] lots) {
        if (amounts.isEmpty() || lots.length != size) {
            throw new IllegalArgumentException(
                    "Rows to be grouped need columns and a lot each, found %d columns and %d lots for %d rows"
                            .formatted(amounts.size(), lots.length, size));
        }
        int[] order = order(amounts, size, lots);
        int width = amounts.size();
        double[] values = new double[order.length * width];
        Blocks.run(order.length, WORTH, (from, to) -> {
            for (int i = from; i < to; i++) {
                for (int column = 0; column < width; column++) {
                    values[i * width + column] = amounts.get(column).amounts().at(order[i]);
                }
            }
        });
        ClusterRows rows = new ClusterRows(List.copyOf(amounts), size, order, values);
        rows.standardise();
        return rows;
    }

    /** The rows without missing amounts, by lot. */
    private static int[] order(List<Feature.Amount> amounts, int size, long[] lots) {
        int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(size));
        long mask = (1L << bits) - 1;
        long[] keys = new long[size];
        int count = 0;
        for (int row = 0; row < size; row++) {
            boolean whole = true;
            for (Feature.Amount amount : amounts) {
                whole &= Double.isFinite(amount.amounts().at(row));
            }
            if (whole) {
                keys[count++] = (Lots.mixed(lots[row], 0) & ~mask) | row;
            }
        }
        long[] sorted = Arrays.copyOf(keys, count);
        Arrays.parallelSort(sorted);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = (int) (sorted[i] & mask);
        }
        return order;
    }

    private void standardise() {
        int width = width();
        double[] units = new double[width];
        for (int at = 0; at < values.length; at++) {
            units[at % width] = Math.max(units[at % width], Math.abs(values[at]));
        }
        double[] sums = sums(units, new double[width], false);
        for (int column = 0; column < width; column++) {
            units[column] = units[column] > 0 ? units[column] : 1;
            means[column] = sums[column] / Math.max(1, size());
        }
        double[] squares = sums(units, means, true);
        double[] inverses = new double[width];
        double[] centres = means.clone();
        for (int column = 0; column < width; column++) {
            double deviation = Math.sqrt(squares[column] / Math.max(1, size()));
            inverses[column] = deviation > SAME ? 1 / deviation : 0;
            means[column] *= units[column];
            deviations[column] = deviation > SAME ? deviation * units[column] : 0;
        }
        Blocks.run(size(), WORTH, (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int i = 0; i < width; i++) {
                    int at = row * width + i;
                    values[at] = (values[at] / units[i] - centres[i]) * inverses[i];
                }
            }
        });
    }

    /** By column, in the unit of its largest amount: the sum of amounts less a centre, or of its squares. */
    private double[] sums(double[] units, double[] centres, boolean squared) {
        int width = width();
        return Blocks.sums(size(), WORTH, width, (from, to, sum) -> {
                    for (int row = from; row < to; row++) {
                        for (int i = 0; i < width; i++) {
                            double unit = units[i] > 0 ? units[i] : 1;
                            double away = values[row * width + i] / unit - centres[i];
                            sum.gradient[i] += squared ? away * away : away;
                        }
                    }
                })
                .gradient;
    }

    /** A number that is the same for the same rows; different ones share it with a probability of some 10⁻¹⁹. */
    public long fingerprint() {
        long hash = Lots.mixed(size(), width());
        for (double mean : means) {
            hash = Lots.mixed(hash ^ Double.doubleToLongBits(mean), 1);
        }
        for (double value : values) {
            hash = Lots.mixed(hash ^ Double.doubleToLongBits(value), 2);
        }
        return hash;
    }

    /** The first ones only, at the same scale. */
    ClusterRows first(int count) {
        int kept = Math.min(count, size());
        return scaled(
                new ClusterRows(amounts, given, Arrays.copyOf(rows, kept), Arrays.copyOf(values, kept * width())));
    }

    private ClusterRows scaled(ClusterRows part) {
        System.arraycopy(means, 0, part.means, 0, means.length);
        System.arraycopy(deviations, 0, part.deviations, 0, deviations.length);
        return part;
    }

    /** Some of them, by their place, at the same scale. */
    ClusterRows some(int[] places) {
        int width = width();
        double[] chosen = new double[places.length * width];
        for (int i = 0; i < places.length; i++) {
            System.arraycopy(values, places[i] * width, chosen, i * width, width);
        }
        int[] numbers = Arrays.stream(places).map(place -> rows[place]).toArray();
        return scaled(new ClusterRows(amounts, given, numbers, chosen));
    }

    /** The ids of the columns. */
    public List<String> columns() {
        return columns;
    }

    /** Number of rows that are grouped. */
    public int size() {
        return rows.length;
    }

    /** Number of rows that were given, those left out included. */
    public int given() {
        return given;
    }

    int width() {
        return columns.size();
    }

    /** Row by row, standardised. */
    double[] values() {
        return values;
    }

    /** The number that a row was given with. */
    int row(int place) {
        return rows[place];
    }

    /** The mean of a column over the rows, in its unit. */
    public double mean(int column) {
        return means[column];
    }

    /** Its standard deviation; 0 when it is the same everywhere. */
    public double deviation(int column) {
        return deviations[column];
    }

    /** A standardised amount in the column's unit. */
    double amount(int column, double standardised) {
        return means[column] + deviations[column] * standardised;
    }

    /** The amount of a row as it was given. */
    double given(int place, int column) {
        return amounts.get(column).amounts().at(rows[place]);
    }
}

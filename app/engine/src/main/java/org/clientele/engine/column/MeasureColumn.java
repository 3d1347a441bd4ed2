package org.clientele.engine.column;

/** A column of ordered quantities: numbers, money, whole numbers, dates. */
public sealed interface MeasureColumn extends Column permits NumberColumn, MoneyColumn, WholeColumn, DateColumn {
    /** The value as conditions see it: money in major units, dates as days since 1970-01-01; NaN when missing. */
    double asDouble(int row);

    /** The order keys of the rows from, including, to, excluding, into the first places. Much faster than row by row. */
    default void orders(int from, int to, long[] out) {
        for (int row = from; row < to; row++) {
            out[row - from] = order(row);
        }
    }

    /** The sum of the order keys of the rows from, including, to, excluding, without missing ones. Fails beyond 64 bits. */
    default long exactSum(int from, int to) {
        long sum = 0;
        for (int row = from; row < to; row++) {
            long key = order(row);
            if (key != MISSING_ORDER) {
                sum = Math.addExact(sum, key);
            }
        }
        return sum;
    }

    /** How many of the rows from, including, to, excluding, have a key between the two, which missing values have not. */
    default int countWithin(int from, int to, long least, long most) {
        int count = 0;
        for (int row = from; row < to; row++) {
            long key = order(row);
            count += key >= least & key <= most ? 1 : 0;
        }
        return count;
    }

    /** {@link #exactSum} of those of the rows whose key lies between the two, which that of missing values does not. */
    default long exactSumWithin(int from, int to, long least, long most) {
        long sum = 0;
        for (int row = from; row < to; row++) {
            long key = order(row);
            sum = Math.addExact(sum, key >= least & key <= most ? key : 0);
        }
        return sum;
    }

    /** {@link #asDouble} of the rows from, including, to, excluding, into the first places. */
    default void doubles(int from, int to, double[] out) {
        for (int row = from; row < to; row++) {
            out[row - from] = asDouble(row);
        }
    }

    /** The value that has this order key; {@link Value#MISSING} for {@link #MISSING_ORDER}. */
    Value fromOrder(long order);

    /** The order key of the largest value that is not above the threshold (given as conditions see values). */
    long floorOrder(double threshold);

    /** The order key of the smallest value that is not below the threshold (given as conditions see values). */
    long ceilingOrder(double threshold);

    /**
     * How much the value with key {@code from} must grow to reach the one with key {@code to}; negative when it must shrink. The
     * difference of dates is a whole number of days.
     */
    Value difference(long from, long to);
}

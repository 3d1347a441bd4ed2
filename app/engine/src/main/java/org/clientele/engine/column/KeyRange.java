package org.clientele.engine.column;

/**
 * Rows whose value in a column lies between two order keys, found without asking row by row. Missing values lie nowhere. Immutable and safe to share
 * between threads.
 *
 * @param column the column
 * @param least the smallest key, greater than {@link Column#MISSING_ORDER}
 * @param most the greatest key; below the smallest: no row
 */
public record KeyRange(MeasureColumn column, long least, long most) {
    /** Refuses to take missing values for small ones. */
    public KeyRange {
        if (least == Column.MISSING_ORDER) {
            throw new IllegalArgumentException(
                    "The key of missing values belongs to no range, found it as the smallest");
        }
    }

    /** How many of the rows from, including, to, excluding, lie in it; 0 where these are none. */
    public int count(int from, int to) {
        return column.countWithin(from, to, least, most);
    }

    /** The sum of another column, or of the same, over those of the rows from, including, to, excluding. Fails beyond 64 bits. */
    public long exactSum(MeasureColumn summed, int from, int to) {
        if (summed == column) {
            return column.exactSumWithin(from, to, least, most);
        }
        long sum = 0;
        for (int row = from; row < to; row++) {
            long key = column.order(row);
            if (key >= least && key <= most) {
                long value = summed.order(row);
                sum = value == Column.MISSING_ORDER ? sum : Math.addExact(sum, value);
            }
        }
        return sum;
    }
}

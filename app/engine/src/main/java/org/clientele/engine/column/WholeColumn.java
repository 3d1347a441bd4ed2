package org.clientele.engine.column;

import java.math.RoundingMode;

/** Whole numbers, 8 bytes a row; {@code Long.MIN_VALUE} is missing. */
public final class WholeColumn implements MeasureColumn {
    /** The reserved value. */
    public static final long MISSING = Long.MIN_VALUE;

    private final long[] values;
    private final int size;

    private WholeColumn(long[] values, int size) {
        this.values = values;
        this.size = size;
    }

    /** A column over the array, which the caller must not change afterwards. */
    public static WholeColumn of(long... values) {
        return new WholeColumn(values, values.length);
    }

    /** A column in which every row is missing: it takes no room. */
    static WholeColumn blank(int size) {
        return new WholeColumn(new long[0], size);
    }

    /** The value, {@link #MISSING} when missing. */
    public long get(int row) {
        if (row < values.length) {
            return values[row];
        }
        Growth.requireRow(row, size);
        return MISSING;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean isMissing(int row) {
        return get(row) == MISSING;
    }

    @Override
    public Value value(int row) {
        return fromOrder(get(row));
    }

    @Override
    public long order(int row) {
        return get(row);
    }

    @Override
    public double asDouble(int row) {
        long value = get(row);
        return value == MISSING ? Double.NaN : value;
    }

    @Override
    public void orders(int from, int to, long[] out) {
        if (to > values.length) {
            MeasureColumn.super.orders(from, to, out);
            return;
        }
        System.arraycopy(values, from, out, 0, to - from);
    }

    @Override
    public long exactSum(int from, int to) {
        if (to > values.length) {
            return MeasureColumn.super.exactSum(from, to);
        }
        long sum = 0;
        for (int row = from; row < to; row++) {
            long value = values[row];
            sum = value == MISSING ? sum : Math.addExact(sum, value);
        }
        return sum;
    }

    @Override
    public void doubles(int from, int to, double[] out) {
        if (to > values.length) {
            MeasureColumn.super.doubles(from, to, out);
            return;
        }
        for (int row = from; row < to; row++) {
            long value = values[row];
            out[row - from] = value == MISSING ? Double.NaN : value;
        }
    }

    @Override
    public Value fromOrder(long order) {
        return order == MISSING_ORDER ? Value.MISSING : new Value.Whole(order);
    }

    @Override
    public long floorOrder(double threshold) {
        return Longs.scaled(threshold, 0, RoundingMode.FLOOR);
    }

    @Override
    public long ceilingOrder(double threshold) {
        return Longs.scaled(threshold, 0, RoundingMode.CEILING);
    }

    @Override
    public Value difference(long from, long to) {
        return new Value.Whole(to - from);
    }

    @Override
    public boolean isBlank() {
        return values.length == 0;
    }
}

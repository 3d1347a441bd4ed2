package org.clientele.engine.column;

import java.math.RoundingMode;

/** Whole numbers, 8 bytes a row; {@code Long.MIN_VALUE} is missing. */
public final class WholeColumn implements MeasureColumn {
    /** The reserved value. */
    public static final long MISSING = Long.MIN_VALUE;

    private final long[] values;

    private WholeColumn(long[] values) {
        this.values = values;
    }

    /** A column over the array, which the caller must not change afterwards. */
    public static WholeColumn of(long... values) {
        return new WholeColumn(values);
    }

    /** The value, {@link #MISSING} when missing. */
    public long get(int row) {
        return values[row];
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean isMissing(int row) {
        return values[row] == MISSING;
    }

    @Override
    public Value value(int row) {
        return fromOrder(values[row]);
    }

    @Override
    public long order(int row) {
        return values[row];
    }

    @Override
    public double asDouble(int row) {
        long value = values[row];
        return value == MISSING ? Double.NaN : value;
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
}

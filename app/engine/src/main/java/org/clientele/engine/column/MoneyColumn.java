package org.clientele.engine.column;

import java.math.RoundingMode;

/** Exact amounts in minor units of one currency, 8 bytes a row; {@code Long.MIN_VALUE} is missing. */
public final class MoneyColumn implements MeasureColumn {
    /** The reserved value. */
    public static final long MISSING = Long.MIN_VALUE;

    private final long[] minor;
    private final int size;
    private final int fractionDigits;
    private final double scale;

    private MoneyColumn(long[] minor, int size, int fractionDigits) {
        this.minor = minor;
        this.size = size;
        this.fractionDigits = fractionDigits;
        this.scale = Math.pow(10, fractionDigits);
    }

    /**
     * A column over the array, which the caller must not change afterwards.
     *
     * @param fractionDigits digits of the currency after the decimal point, 0–4
     */
    public static MoneyColumn of(int fractionDigits, long... minor) {
        if (fractionDigits < 0 || fractionDigits > 4) {
            throw new IllegalArgumentException(
                    "A currency has 0 to 4 digits after the decimal point, found " + fractionDigits);
        }
        return new MoneyColumn(minor, minor.length, fractionDigits);
    }

    /** A column in which every row is missing: it takes no room. */
    static MoneyColumn blank(int size, int fractionDigits) {
        return new MoneyColumn(new long[0], size, fractionDigits);
    }

    /** The amount in minor units, {@link #MISSING} when missing. */
    public long get(int row) {
        if (row < minor.length) {
            return minor[row];
        }
        Growth.requireRow(row, size);
        return MISSING;
    }

    /** Digits of the currency after the decimal point. */
    public int fractionDigits() {
        return fractionDigits;
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

    /** {@inheritDoc} Division is correctly rounded, so that 10.10 in the data equals 10.10 in a condition. */
    @Override
    public double asDouble(int row) {
        long value = get(row);
        return value == MISSING ? Double.NaN : value / scale;
    }

    @Override
    public void orders(int from, int to, long[] out) {
        if (to > minor.length) {
            MeasureColumn.super.orders(from, to, out);
            return;
        }
        System.arraycopy(minor, from, out, 0, to - from);
    }

    @Override
    public long exactSum(int from, int to) {
        if (to > minor.length) {
            return MeasureColumn.super.exactSum(from, to);
        }
        long sum = 0;
        for (int row = from; row < to; row++) {
            long value = minor[row];
            sum = value == MISSING ? sum : Math.addExact(sum, value);
        }
        return sum;
    }

    @Override
    public int countWithin(int from, int to, long least, long most) {
        if (to > minor.length) {
            return MeasureColumn.super.countWithin(from, to, least, most);
        }
        int count = 0;
        for (int row = from; row < to; row++) {
            long value = minor[row];
            count += value >= least & value <= most ? 1 : 0;
        }
        return count;
    }

    @Override
    public long exactSumWithin(int from, int to, long least, long most) {
        if (to > minor.length) {
            return MeasureColumn.super.exactSumWithin(from, to, least, most);
        }
        long sum = 0;
        for (int row = from; row < to; row++) {
            long value = minor[row];
            sum = Math.addExact(sum, value >= least & value <= most ? value : 0);
        }
        return sum;
    }

    @Override
    public void doubles(int from, int to, double[] out) {
        if (to > minor.length) {
            MeasureColumn.super.doubles(from, to, out);
            return;
        }
        for (int row = from; row < to; row++) {
            long value = minor[row];
            out[row - from] = value == MISSING ? Double.NaN : value / scale;
        }
    }

    @Override
    public Value fromOrder(long order) {
        return order == MISSING_ORDER ? Value.MISSING : new Value.Money(order, fractionDigits);
    }

    @Override
    public long floorOrder(double threshold) {
        return Longs.scaled(threshold, fractionDigits, RoundingMode.FLOOR);
    }

    @Override
    public long ceilingOrder(double threshold) {
        return Longs.scaled(threshold, fractionDigits, RoundingMode.CEILING);
    }

    @Override
    public Value difference(long from, long to) {
        return new Value.Money(to - from, fractionDigits);
    }

    @Override
    public boolean isBlank() {
        return minor.length == 0;
    }
}

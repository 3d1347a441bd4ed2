package org.clientele.engine.column;

/** Numbers with a fraction, 8 bytes a row; NaN is missing. */
public final class NumberColumn implements MeasureColumn {
    private final double[] values;
    private final int size;

    private NumberColumn(double[] values, int size) {
        this.values = values;
        this.size = size;
    }

    /** A column over the array, which the caller must not change afterwards. −0.0 counts as 0.0. */
    public static NumberColumn of(double... values) {
        return new NumberColumn(values, values.length);
    }

    /** A column of the values that have these order keys. */
    public static NumberColumn ofOrders(long... orders) {
        double[] values = new double[orders.length];
        for (int row = 0; row < orders.length; row++) {
            values[row] = orders[row] == MISSING_ORDER ? Double.NaN : toDouble(orders[row]);
        }
        return new NumberColumn(values, values.length);
    }

    /** A column in which every row is missing: it takes no room. */
    static NumberColumn blank(int size) {
        return new NumberColumn(new double[0], size);
    }

    /** The value, NaN when missing. */
    public double get(int row) {
        if (row < values.length) {
            return values[row];
        }
        Growth.requireRow(row, size);
        return Double.NaN;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(get(row));
    }

    @Override
    public Value value(int row) {
        return isMissing(row) ? Value.MISSING : new Value.Decimal(get(row));
    }

    @Override
    public long order(int row) {
        return orderOf(get(row));
    }

    @Override
    public double asDouble(int row) {
        return get(row);
    }

    @Override
    public void orders(int from, int to, long[] out) {
        if (to > values.length) {
            MeasureColumn.super.orders(from, to, out);
            return;
        }
        for (int row = from; row < to; row++) {
            out[row - from] = orderOf(values[row]);
        }
    }

    @Override
    public void doubles(int from, int to, double[] out) {
        if (to > values.length) {
            MeasureColumn.super.doubles(from, to, out);
            return;
        }
        System.arraycopy(values, from, out, 0, to - from);
    }

    @Override
    public Value fromOrder(long order) {
        return order == MISSING_ORDER ? Value.MISSING : new Value.Decimal(toDouble(order));
    }

    @Override
    public long floorOrder(double threshold) {
        return orderOf(threshold);
    }

    @Override
    public long ceilingOrder(double threshold) {
        return orderOf(threshold);
    }

    @Override
    public Value difference(long from, long to) {
        return new Value.Decimal(toDouble(to) - toDouble(from));
    }

    /** Order-preserving: the bits of positive doubles grow with them; those of negative ones must be turned round. */
    static long orderOf(double value) {
        if (Double.isNaN(value)) {
            return MISSING_ORDER;
        }
        long bits = Double.doubleToLongBits(value + 0.0);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    static double toDouble(long order) {
        return Double.longBitsToDouble(order ^ ((order >> 63) & Long.MAX_VALUE));
    }

    @Override
    public boolean isBlank() {
        return values.length == 0;
    }
}

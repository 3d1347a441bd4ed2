package org.clientele.engine.column;

import java.math.RoundingMode;
import java.time.LocalDate;

/** Calendar dates as days since 1970-01-01, 4 bytes a row; {@code Integer.MIN_VALUE} is missing. */
public final class DateColumn implements MeasureColumn {
    /** The reserved value. */
    public static final int MISSING = Integer.MIN_VALUE;

    private final int[] days;
    private final int size;

    private DateColumn(int[] days, int size) {
        this.days = days;
        this.size = size;
    }

    /** A column over the array, which the caller must not change afterwards. */
    public static DateColumn of(int... epochDays) {
        return new DateColumn(epochDays, epochDays.length);
    }

    /** A column in which every row is missing: it takes no room. */
    static DateColumn blank(int size) {
        return new DateColumn(new int[0], size);
    }

    /** The day since 1970-01-01, {@link #MISSING} when missing. */
    public int get(int row) {
        if (row < days.length) {
            return days[row];
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
        return fromOrder(order(row));
    }

    @Override
    public long order(int row) {
        return get(row) == MISSING ? MISSING_ORDER : get(row);
    }

    @Override
    public double asDouble(int row) {
        return get(row) == MISSING ? Double.NaN : get(row);
    }

    @Override
    public void orders(int from, int to, long[] out) {
        if (to > days.length) {
            MeasureColumn.super.orders(from, to, out);
            return;
        }
        for (int row = from; row < to; row++) {
            int day = days[row];
            out[row - from] = day == MISSING ? MISSING_ORDER : day;
        }
    }

    @Override
    public Value fromOrder(long order) {
        return order == MISSING_ORDER ? Value.MISSING : new Value.Date(LocalDate.ofEpochDay(order));
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
        return days.length == 0;
    }
}

package org.clientele.engine.column;

import java.math.RoundingMode;
import java.time.LocalDate;

/** Calendar dates as days since 1970-01-01, 4 bytes a row; {@code Integer.MIN_VALUE} is missing. */
public final class DateColumn implements MeasureColumn {
    /** The reserved value. */
    public static final int MISSING = Integer.MIN_VALUE;

    private final int[] days;

    private DateColumn(int[] days) {
        this.days = days;
    }

    /** A column over the array, which the caller must not change afterwards. */
    public static DateColumn of(int... epochDays) {
        return new DateColumn(epochDays);
    }

    /** The day since 1970-01-01, {@link #MISSING} when missing. */
    public int get(int row) {
        return days[row];
    }

    @Override
    public int size() {
        return days.length;
    }

    @Override
    public boolean isMissing(int row) {
        return days[row] == MISSING;
    }

    @Override
    public Value value(int row) {
        return fromOrder(order(row));
    }

    @Override
    public long order(int row) {
        return days[row] == MISSING ? MISSING_ORDER : days[row];
    }

    @Override
    public double asDouble(int row) {
        return days[row] == MISSING ? Double.NaN : days[row];
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
}

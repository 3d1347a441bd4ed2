package org.clientele.common.persistence;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyOut;

/** The rows of a binary COPY out of PostgreSQL, one at a time. Numbers are read by their length, which is the type's. */
final class CopiedCells implements Cells {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int HEADER = 19;
    private static final int MISSING = -1;

    /** 2000-01-01, from which PostgreSQL counts. */
    private static final int FIRST_DAY = 10_957;

    private static final long MICROSECONDS = 1_000_000;
    private static final long MICROSECONDS_OF_DAY = 86_400 * MICROSECONDS;

    private byte[] bytes = new byte[0];
    private int[] starts = new int[0];
    private int[] lengths = new int[0];
    private boolean begun;

    /** Goes to the next row; false when there is none. */
    boolean next(CopyOut copy) throws SQLException {
        byte[] message = copy.readFromCopy();
        int at = begun ? 0 : HEADER;
        begun = true;
        while (message != null && message.length <= at) {
            message = copy.readFromCopy();
            at = 0;
        }
        int columns = message == null ? MISSING : (short) SHORT.get(message, at);
        if (message == null || columns == MISSING) {
            finish(copy, message);
            return false;
        }
        bytes = message;
        split(columns, at + Short.BYTES);
        return true;
    }

    private static void finish(CopyOut copy, byte @Nullable [] last) throws SQLException {
        byte[] more = last;
        while (more != null) {
            more = copy.readFromCopy();
        }
    }

    private void split(int columns, int first) {
        if (starts.length != columns) {
            starts = new int[columns];
            lengths = new int[columns];
        }
        int at = first;
        for (int column = 0; column < columns; column++) {
            int length = (int) INT.get(bytes, at);
            at += Integer.BYTES;
            starts[column] = at;
            lengths[column] = length;
            at += Math.max(0, length);
        }
    }

    @Override
    public boolean isMissing(int column) {
        return lengths[column - 1] == MISSING;
    }

    @Override
    public long whole(int column) {
        int start = starts[column - 1];
        return switch (lengths[column - 1]) {
            case MISSING -> 0;
            case Short.BYTES -> (short) SHORT.get(bytes, start);
            case Integer.BYTES -> (int) INT.get(bytes, start);
            case Long.BYTES -> (long) LONG.get(bytes, start);
            default -> throw wrong(column, "a whole number");
        };
    }

    @Override
    public double decimal(int column) {
        return switch (lengths[column - 1]) {
            case MISSING -> 0;
            case Double.BYTES -> Double.longBitsToDouble((long) LONG.get(bytes, starts[column - 1]));
            default -> throw wrong(column, "a double");
        };
    }

    @Override
    public boolean flag(int column) {
        return switch (lengths[column - 1]) {
            case MISSING -> false;
            case 1 -> bytes[starts[column - 1]] != 0;
            default -> throw wrong(column, "a boolean");
        };
    }

    @Override
    public @Nullable String text(int column) {
        int length = lengths[column - 1];
        return length == MISSING ? null : new String(bytes, starts[column - 1], length, StandardCharsets.UTF_8);
    }

    @Override
    public int date(int column) {
        return isMissing(column) ? 0 : FIRST_DAY + (int) whole(column);
    }

    @Override
    public int day(int column) {
        return FIRST_DAY + (int) Math.floorDiv(whole(column), MICROSECONDS_OF_DAY);
    }

    @Override
    public int second(int column) {
        return (int) (Math.floorMod(whole(column), MICROSECONDS_OF_DAY) / MICROSECONDS);
    }

    private IllegalStateException wrong(int column, String wanted) {
        int start = starts[column - 1];
        return new IllegalStateException("Column %d of the copied row is no %s: %s"
                .formatted(
                        column,
                        wanted,
                        Arrays.toString(Arrays.copyOfRange(bytes, start, start + lengths[column - 1]))));
    }
}

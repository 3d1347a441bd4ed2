package org.clientele.engine.column;

/** Yes or no, 1 byte a row: 1 yes, 0 no, −1 missing. */
public final class FlagColumn implements Column {
    /** The reserved value. */
    public static final byte MISSING = -1;

    private final byte[] values;
    private final int size;

    private FlagColumn(byte[] values, int size) {
        this.values = values;
        this.size = size;
    }

    /** A column over the array (1, 0, −1), which the caller must not change afterwards. */
    public static FlagColumn of(byte... values) {
        return new FlagColumn(values, values.length);
    }

    /** A column in which every row is missing: it takes no room. */
    static FlagColumn blank(int size) {
        return new FlagColumn(new byte[0], size);
    }

    /** 1 yes, 0 no, {@link #MISSING}. */
    public byte get(int row) {
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
        return isMissing(row) ? Value.MISSING : new Value.Flag(get(row) == 1);
    }

    @Override
    public long order(int row) {
        return isMissing(row) ? MISSING_ORDER : get(row);
    }

    @Override
    public boolean isBlank() {
        return values.length == 0;
    }
}

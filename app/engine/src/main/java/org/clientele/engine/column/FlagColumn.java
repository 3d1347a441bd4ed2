package org.clientele.engine.column;

/** Yes or no, 1 byte a row: 1 yes, 0 no, −1 missing. */
public final class FlagColumn implements Column {
    /** The reserved value. */
    public static final byte MISSING = -1;

    private final byte[] values;

    private FlagColumn(byte[] values) {
        this.values = values;
    }

    /** A column over the array (1, 0, −1), which the caller must not change afterwards. */
    public static FlagColumn of(byte... values) {
        return new FlagColumn(values);
    }

    /** 1 yes, 0 no, {@link #MISSING}. */
    public byte get(int row) {
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
        return isMissing(row) ? Value.MISSING : new Value.Flag(values[row] == 1);
    }

    @Override
    public long order(int row) {
        return isMissing(row) ? MISSING_ORDER : values[row];
    }
}

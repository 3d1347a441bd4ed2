package org.clientele.engine.column;

/**
 * One field of many rows. Immutable and safe to share between threads.
 *
 * <p>Missing values: {@link NumberColumn} NaN, {@link MoneyColumn} and {@link WholeColumn} {@code Long.MIN_VALUE},
 * {@link DateColumn} {@code Integer.MIN_VALUE}, {@link FlagColumn} and {@link CodeColumn} −1. Rows are numbered from 0; a row
 * outside {@code 0 … size()-1} fails with {@link ArrayIndexOutOfBoundsException}.
 */
public sealed interface Column permits MeasureColumn, FlagColumn, CodeColumn {
    /** The order key of a missing value; it is below the key of every value. */
    long MISSING_ORDER = Long.MIN_VALUE;

    /** Number of rows. */
    int size();

    /** Whether the row has no value. */
    boolean isMissing(int row);

    /** Whether no row has a value as far as the column was made to know; then it takes no room. */
    boolean isBlank();

    /** The row's value, boxed; for display, not for loops. */
    Value value(int row);

    /**
     * A key that sorts rows as their values do: {@code order(a) < order(b)} exactly when the value of {@code a} is less, equal keys
     * for equal values, {@link #MISSING_ORDER} for missing ones. Flags: no before yes. Texts: by UTF-16 code units.
     */
    long order(int row);
}

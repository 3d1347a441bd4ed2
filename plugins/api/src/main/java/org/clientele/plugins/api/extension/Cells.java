package org.clientele.plugins.api.extension;

import java.util.Arrays;

/**
 * A value for each customer, to be written in words by the portal: with its unit, in the reader's language, money with the vertical's
 * currency. Immutable.
 */
public sealed interface Cells {
    /** What a computed number is, so that it is written accordingly. NaN stands for a missing value. */
    enum Kind {
        /** Any number, at most two decimals are shown. */
        NUMBER,
        /** A whole number. */
        WHOLE,
        /** An amount in major units of the vertical's currency (12.50). */
        MONEY,
        /** A share from 0 to 1, shown in percent. */
        SHARE,
        /** A number of days. */
        DAYS,
        /** A date as days since 1970-01-01. */
        DATE
    }

    /** The customer's own value of a column that the extension reads, with the column's unit or translation. */
    static Cells field(String column) {
        return new Field(column);
    }

    /** A value computed for each customer; the array is copied. */
    static Cells of(Kind kind, double... valuePerRow) {
        return new Computed(kind, valuePerRow);
    }

    /** The same value for every customer, such as a threshold. */
    static Cells same(Kind kind, double value) {
        return new Same(kind, value);
    }

    /** The same whole number for every customer. */
    static Cells whole(long value) {
        return new Same(Kind.WHOLE, value);
    }

    /** See {@link Cells#field}. */
    record Field(String column) implements Cells {}

    /** See {@link Cells#same}. */
    record Same(Kind kind, double value) implements Cells {}

    /** See {@link Cells#of}. */
    final class Computed implements Cells {
        private final Kind kind;
        private final double[] values;

        private Computed(Kind kind, double[] values) {
            this.kind = kind;
            this.values = Arrays.copyOf(values, values.length);
        }

        /** What the numbers are. */
        public Kind kind() {
            return kind;
        }

        /** Number of rows. */
        public int size() {
            return values.length;
        }

        /** The row's value, NaN when missing. */
        public double get(int row) {
            return values[row];
        }
    }
}

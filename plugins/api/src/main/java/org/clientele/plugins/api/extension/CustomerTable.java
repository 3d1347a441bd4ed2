package org.clientele.plugins.api.extension;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All customers of a vertical as columns to read: row by row one customer, rows numbered from 0. Columns are views of the portal's own
 * arrays, so that reading costs no copy; they cannot be changed. A row outside {@code 0 … size()-1} fails with
 * {@link IndexOutOfBoundsException}; a column that is not there, or is of another type, with {@link IllegalArgumentException} that names
 * what there is. To be used during the call only, by one thread or several.
 */
public interface CustomerTable {
    /** Number of customers. */
    int size();

    /** The day as of which metrics are computed and the extension shall judge; "today" for it. */
    LocalDate asOf();

    /** Whether the row was a customer on the as-of day; the others belong to no segment and have no gaps. */
    boolean present(int row);

    /** Ids of the columns: attributes, metrics, and models computed before. */
    Set<String> columns();

    /** A column of numbers: any attribute or metric that is one. */
    Numbers numbers(String column);

    /** A column of whole numbers: INTEGER attributes, COUNT and DAYS metrics, and money in minor units. */
    Wholes wholes(String column);

    /** A column of texts: TEXT and CHOICE attributes, and the segments of a model computed before. */
    Texts texts(String column);

    /** A column of dates. */
    Dates dates(String column);

    /** A column of yes and no. */
    Flags flags(String column);

    /**
     * Whether the portal no longer wants the result: the time is up, the plugin is being disabled, the job was cancelled. Cheap; look
     * every few thousand rows in long loops.
     */
    boolean isCancelled();

    /** Ends the call when the portal no longer wants the result; see {@link #isCancelled}. */
    default void checkCancelled() {
        if (isCancelled()) {
            throw new CallCancelledException();
        }
    }

    /** Says for which rows there is no value. */
    interface Values {
        /** Whether the row has no value. */
        boolean isMissing(int row);
    }

    /** Numbers as conditions see them: money in major units (12.50), shares from 0 to 1. */
    interface Numbers extends Values {
        /** The value; NaN when missing. */
        double get(int row);
    }

    /** Whole numbers. */
    interface Wholes extends Values {
        /** The value; {@link Long#MIN_VALUE} when missing. */
        long get(int row);
    }

    /** Texts; of a choice, the value's id. */
    interface Texts extends Values {
        /** The text, or null when missing. */
        @Nullable
        String get(int row);

        /** A number for the row's text, from 0 and less than {@link #codes}, equal for equal texts; −1 when missing. For quick loops. */
        int code(int row);

        /** How many different texts there may be. */
        int codes();

        /** The text of a code. */
        String text(int code);
    }

    /** Calendar dates. */
    interface Dates extends Values {
        /** Days since 1970-01-01; {@link Integer#MIN_VALUE} when missing. */
        int epochDay(int row);

        /** The date, or null when missing. */
        default @Nullable LocalDate get(int row) {
            return isMissing(row) ? null : LocalDate.ofEpochDay(epochDay(row));
        }
    }

    /** Yes and no. */
    interface Flags extends Values {
        /** Whether the value is yes; no when missing. */
        boolean get(int row);
    }
}

package org.clientele.dataimport;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a row of a file means. */
public sealed interface Interpretation {
    /**
     * A row that can be imported. Values are String, Long (also money, in minor units), Double, Boolean, LocalDate, or null where the
     * file says nothing.
     *
     * @param ref the customer's number, or the key of a reference's row
     * @param time when it happened; null in a file of customers or of a reference
     * @param owner login or name of who looks after the customer
     * @param fields one value for each mapped field of the activity
     * @param attributes one value for each mapped attribute of the customer, or field of the reference
     */
    record TypedRow(
            long number,
            String ref,
            @Nullable String name,
            @Nullable LocalDateTime time,
            @Nullable String owner,
            List<@Nullable Object> fields,
            List<@Nullable Object> attributes)
            implements Interpretation {}

    /**
     * A row that cannot be imported, and the first cause found.
     *
     * @param row the row's number
     * @param columnNumber counted from 1; 0 when the row as a whole is meant
     * @param column the column's name; empty when the row as a whole is meant
     * @param value the text found
     * @param detail what the reason needs besides: the greatest length, the row repeated, the texts that are
     *     known; else empty
     */
    record Rejection(long row, int columnNumber, String column, String value, Reason reason, String detail)
            implements Interpretation {}
}

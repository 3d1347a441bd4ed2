package org.clientele.plugins.ui;

import java.time.LocalDate;

/** The value of a customer's attribute, metric or segment. Immutable. */
public sealed interface FieldValue {
    /** No value. */
    FieldValue MISSING = new Missing();

    /** Whether there is no value. */
    default boolean isMissing() {
        return this instanceof Missing;
    }

    /** No value; see {@link #MISSING}. */
    record Missing() implements FieldValue {}

    /** A whole number: INTEGER attributes, COUNT and DAYS metrics. */
    record Whole(long number) implements FieldValue {}

    /** A number: DECIMAL attributes, DECIMAL and SHARE metrics (a share from 0 to 1). */
    record Decimal(double number) implements FieldValue {}

    /** An exact amount in minor units (cents, fen) of the vertical's currency. */
    record Money(long minor) implements FieldValue {}

    /** A calendar date. */
    record Date(LocalDate date) implements FieldValue {}

    /** Yes or no. */
    record Flag(boolean yes) implements FieldValue {}

    /** A text; of a choice the value's id, of a model the segment's. */
    record Text(String text) implements FieldValue {}
}

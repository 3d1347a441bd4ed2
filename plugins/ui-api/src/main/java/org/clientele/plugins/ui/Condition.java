package org.clientele.plugins.ui;

import java.util.List;

/**
 * A condition on customers, as the portal's customer list knows it. A missing value meets no comparison, not even "is not". A condition that
 * does not fit the vertical (no such field, text for a number) fails with {@link IllegalArgumentException} where it is used.
 *
 * @param field id of an attribute or metric, or {@code segment_} + id of a model
 * @param comparison how the value is compared
 * @param values what it is compared with, as texts: money in major units ({@code 12.50}), shares from 0 to 1, dates as
 *     {@code 2026-01-31}, choices and segments by id, {@code true} and {@code false}
 */
public record Condition(String field, Comparison comparison, List<String> values) {
    public Condition {
        values = List.copyOf(values);
    }

    /** How a value is compared. */
    public enum Comparison {
        EQUAL,
        NOT_EQUAL,
        /** One of the values. */
        IN,
        AT_LEAST,
        AT_MOST,
        ABOVE,
        BELOW,
        /** From the first to the second value, both included. */
        BETWEEN,
        /** The text contains the value, whatever the case. */
        CONTAINS,
        /** There is no value; takes none. */
        MISSING,
        /** There is a value; takes none. */
        PRESENT
    }

    /** A condition on an attribute or metric. */
    public static Condition of(String field, Comparison comparison, String... values) {
        return new Condition(field, comparison, List.of(values));
    }

    /** The customers in a segment now. */
    public static Condition inSegment(String model, String segment) {
        return of("segment_" + model, Comparison.EQUAL, segment);
    }
}

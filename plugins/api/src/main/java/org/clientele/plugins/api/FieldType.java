package org.clientele.plugins.api;

/** The type of a customer's attribute or of an activity's field, and of what a condition may do with it. */
public enum FieldType {
    /** Free text, at most 500 characters. */
    TEXT,
    /** A whole number, 64 bits. */
    INTEGER,
    /** A number with a fraction that is not money; a 64-bit float in computations. */
    DECIMAL,
    /** An exact amount in minor units of the portal's currency (cents); conditions see it in major units. */
    MONEY,
    /** Yes or no. */
    BOOLEAN,
    /** A calendar date without time or zone. */
    DATE,
    /** One of a declared list of values. */
    CHOICE
}

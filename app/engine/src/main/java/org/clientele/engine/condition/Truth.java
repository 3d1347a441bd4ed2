package org.clientele.engine.condition;

/** What a condition says of a row. */
public enum Truth {
    HOLDS,
    FAILS,
    /** A value is missing without which the answer cannot be known. */
    UNKNOWN
}

package org.clientele.dataimport;

/** What becomes of a row whose owner is nobody who works in the vertical. */
public enum UnknownOwners {
    /** It is imported; a new customer has no owner then, a known one keeps the owner it has. */
    UNASSIGNED,
    /** It is not imported. */
    REJECT
}

package org.clientele.stakeholder;

/** In place of the number of what is not stored yet. */
public final class NewRow {
    /** No number that a database gives. */
    public static final long ID = -1;

    private NewRow() {}
}

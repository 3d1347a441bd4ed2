package org.clientele.worklist;

/** What came of work that was done. */
public enum WorkOutcome {
    ACHIEVED,
    PARTLY,
    NOT_ACHIEVED,
    NOT_REACHED
}

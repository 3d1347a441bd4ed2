package org.clientele.cases;

/** What is done for a complaint, in the order in which it is usually done. */
public enum ComplaintStep {
    /** Talked to the customer and apologised. */
    APOLOGY,
    /** What the customer got. */
    REMEDY,
    /** Why it happened, in process or management. */
    ROOT_CAUSE,
    /** What all of it cost. */
    COST,
    /** What is changed so that it does not happen again. */
    DECISION
}

package org.clientele.engine.churn;

/** A sign of a coming loss. */
public enum Signal {
    /** Away for longer than 60 days and longer than three times the usual gap, after three events or more. */
    SILENT,
    /** Half as many events with money in the last 180 days as in the 180 before, or fewer still. */
    FEWER,
    /** Half as much money in the last 180 days as in the 180 before, or less still. */
    LESS,
    /** Half as many other activities (contacts, visits, visits to a page) in the last 180 days as in the 180 before, or fewer still. */
    FEWER_CONTACTS,
    /** Satisfaction below 5 of 10. */
    DISSATISFIED
}

package org.clientele.stakeholder;

/** What a party is judged for. */
public enum Purpose {
    /** Whether to begin with it. */
    SELECTION,
    /** How it does, time and again. */
    PERIODIC
}

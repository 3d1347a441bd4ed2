package org.clientele.consent;

/** What the customer said. */
public enum ConsentDecision {
    GIVEN,
    REFUSED,
    /** Taken back without a refusal: as if never asked. */
    OPEN
}

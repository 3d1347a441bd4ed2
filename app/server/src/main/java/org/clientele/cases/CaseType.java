package org.clientele.cases;

/** What a case is about. */
public enum CaseType {
    COMPLAINT,
    OUTAGE,
    REPAIR,
    REFUND,
    ENQUIRY,
    CLAIM
}

package org.clientele.interaction;

/** What came of it. */
public enum Outcome {
    SOLVED,
    INTERESTED,
    BOUGHT,
    CALL_BACK,
    COMPLAINT,
    NOT_INTERESTED,
    NOT_REACHED
}

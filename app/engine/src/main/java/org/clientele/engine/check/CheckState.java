package org.clientele.engine.check;

/** What a check says of a customer; exactly one holds. */
public enum CheckState {
    /** The check is not about this customer. */
    NOT_CONCERNED,
    /** What is required holds. */
    MET,
    /** What is required does not hold: a recorded value says so. */
    NOT_MET,
    /** Nothing that is recorded says whether what is required holds: values are missing. */
    NOT_RECORDED;

    /** Whether there is a gap between what is required and what is found. */
    public boolean isGap() {
        return this == NOT_MET || this == NOT_RECORDED;
    }
}

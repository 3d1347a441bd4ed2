package org.clientele.strategy;

/** What became of a task. */
public enum TaskState {
    OPEN,
    DONE,
    /** A person decided against it, with a reason. */
    SKIPPED,
    /** The customer left the segment, or the strategy ended, before it was done. */
    STOPPED
}

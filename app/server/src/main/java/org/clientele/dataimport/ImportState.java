package org.clientele.dataimport;

/** How an import stands. */
public enum ImportState {
    /** Rows are being stored, or taken back after a cancellation, a failure or a crash. */
    RUNNING,
    DONE,
    /** Stopped by somebody; nothing of it is left. */
    CANCELLED,
    /** Stopped by an error or a crash; nothing of it is left. */
    FAILED,
    /** Being taken back on request. */
    UNDOING,
    /** Taken back on request; nothing of it is left. */
    UNDONE
}

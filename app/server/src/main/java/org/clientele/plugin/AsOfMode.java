package org.clientele.plugin;

/** Which day a vertical's metrics and models are computed as of. */
public enum AsOfMode {
    /** The day of the last activity in the data: right for a history that has ended. */
    LAST_ACTIVITY,
    /** The current day. */
    TODAY,
    /** A day that a consultant has set. */
    FIXED
}

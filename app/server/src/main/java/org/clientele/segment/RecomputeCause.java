package org.clientele.segment;

/** Why the memberships of a vertical are computed anew. */
public enum RecomputeCause {
    /** Customers or their activities changed. */
    DATA,
    /** A consultant changed a model. */
    MODELS,
    /** The plugin, the currency or the day of computation changed. */
    SETTINGS,
    /** A new day began in a vertical that is computed as of today. */
    DAY,
    /** The portal started. */
    START,
    /** Somebody asked for it. */
    PERSON,
    /** Not noted at the time. */
    UNKNOWN
}

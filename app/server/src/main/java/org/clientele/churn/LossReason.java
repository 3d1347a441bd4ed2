package org.clientele.churn;

/** Why a customer was lost. */
public enum LossReason {
    PRICE,
    PRODUCT,
    SERVICE,
    /** Moved away, closed down, died. */
    MOVED,
    OTHER
}

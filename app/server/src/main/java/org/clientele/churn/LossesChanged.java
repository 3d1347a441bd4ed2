package org.clientele.churn;

/** A customer was recorded as lost, or that was taken back. */
public record LossesChanged(String verticalKey, long customerId) {}

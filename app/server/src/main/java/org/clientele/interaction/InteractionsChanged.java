package org.clientele.interaction;

/** An interaction of the customer was logged or edited. */
public record InteractionsChanged(String verticalKey, long customerId) {}

package org.clientele.worklist;

/** Somebody answered what was only advised for a customer. */
public record NextActionsChanged(String verticalKey, long customerId) {}

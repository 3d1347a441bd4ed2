package org.clientele.consent;

/** A customer said what is allowed. */
public record ConsentChanged(String verticalKey, long customerId) {}

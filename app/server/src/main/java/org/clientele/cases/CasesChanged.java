package org.clientele.cases;

/** A case of the customer was opened or changed. */
public record CasesChanged(String verticalKey, long customerId) {}

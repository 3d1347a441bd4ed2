package org.clientele.loyalty;

/** A programme was started or changed: what activities earn is to be counted anew. */
record ProgrammeSet(String verticalKey) {}

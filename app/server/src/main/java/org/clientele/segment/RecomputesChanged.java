package org.clientele.segment;

/** A recompute of the vertical began or ended. */
public record RecomputesChanged(String verticalKey) {}

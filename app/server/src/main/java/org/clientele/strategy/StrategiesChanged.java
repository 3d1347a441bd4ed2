package org.clientele.strategy;

/** A strategy of the vertical was started or stopped. */
public record StrategiesChanged(String verticalKey) {}

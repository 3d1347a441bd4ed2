package org.clientele.segment;

/** A consultant changed a model of the vertical. */
public record ModelsChanged(String verticalKey) {}

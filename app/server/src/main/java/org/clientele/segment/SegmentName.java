package org.clientele.segment;

/** A segment of a model, by their ids in the vertical's definition. */
public record SegmentName(String model, String segment) {}

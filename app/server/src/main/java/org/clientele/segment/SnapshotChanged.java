package org.clientele.segment;

/** The vertical's columns, metrics and memberships were computed anew. */
public record SnapshotChanged(String verticalKey, RecomputeCause cause) {}

package org.clientele.segment;

/** The vertical's customers could not be loaded or computed; the snapshot before is kept. */
record SnapshotFailed(String verticalKey, RecomputeCause cause, RuntimeException failure) {}

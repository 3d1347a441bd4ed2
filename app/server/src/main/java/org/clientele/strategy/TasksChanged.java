package org.clientele.strategy;

/** Tasks of the vertical, or which of its strategies run, changed. */
public record TasksChanged(String verticalKey) {}

package org.clientele.dataimport;

/** An import of the vertical began or ended. */
public record ImportsChanged(String verticalKey) {}

package org.clientele.knowledge;

/** Articles of a vertical were written or retired. */
public record ArticlesChanged(String verticalKey) {}

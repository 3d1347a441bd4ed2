package org.clientele.guide;

/** What guides of a vertical say has changed. */
public record GuidesChanged(String verticalKey) {}

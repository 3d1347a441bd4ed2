package org.clientele.care;

/** Something was done about a care date. */
public record CareChanged(String verticalKey) {}

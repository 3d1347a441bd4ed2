package org.clientele.access;

/** Name, grants, password or state of a user changed: sessions that are not theirs any more end. */
public record UserChanged(long userId) {}

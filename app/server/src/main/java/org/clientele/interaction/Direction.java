package org.clientele.interaction;

/** Who began: the customer or the house. */
public enum Direction {
    INCOMING,
    OUTGOING
}

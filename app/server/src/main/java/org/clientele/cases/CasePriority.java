package org.clientele.cases;

/** How urgent a case is, the lowest first; stored by its place. */
public enum CasePriority {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}

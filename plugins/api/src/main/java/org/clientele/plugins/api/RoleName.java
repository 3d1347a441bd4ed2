package org.clientele.plugins.api;

/** A role as a vertical names it. */
public enum RoleName {
    ADMINISTRATOR,
    CONSULTANT,
    MANAGER,
    STAFF
}

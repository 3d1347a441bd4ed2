package org.clientele.access;

import java.util.EnumSet;
import java.util.Set;

/** An act that a service checks before doing it, and the roles that allow it. */
public enum Permission {
    VIEW_PORTAL(Role.ADMINISTRATOR, Role.CONSULTANT, Role.MANAGER, Role.STAFF),
    EDIT_CUSTOMER(Role.ADMINISTRATOR, Role.CONSULTANT, Role.MANAGER, Role.STAFF),
    LOG_INTERACTION(Role.ADMINISTRATOR, Role.CONSULTANT, Role.MANAGER, Role.STAFF),
    EXPORT_CUSTOMERS(Role.ADMINISTRATOR, Role.CONSULTANT, Role.MANAGER),
    IMPORT_DATA(Role.ADMINISTRATOR, Role.CONSULTANT),
    MANAGE_SEGMENTS(Role.ADMINISTRATOR, Role.CONSULTANT),
    MANAGE_PLUGINS(Role.ADMINISTRATOR, Role.CONSULTANT),
    MANAGE_USERS(Role.ADMINISTRATOR);

    private final Set<Role> roles;

    Permission(Role first, Role... others) {
        roles = EnumSet.of(first, others);
    }

    /** The roles that allow the act. */
    public Set<Role> roles() {
        return roles;
    }
}

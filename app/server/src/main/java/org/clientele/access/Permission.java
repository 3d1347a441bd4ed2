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
    /** See the values of attributes that are personal data. */
    SEE_PERSONAL_DATA(Role.ADMINISTRATOR, Role.CONSULTANT, Role.MANAGER, Role.STAFF),
    SEE_REPORTS(Role.ADMINISTRATOR, Role.CONSULTANT, Role.MANAGER, Role.STAFF),
    /** See how segments move, differ and overlap, and what the models of lifetime value and clusters say. */
    ANALYSE_SEGMENTS(Role.ADMINISTRATOR, Role.CONSULTANT, Role.MANAGER),
    MANAGE_SEGMENTS(Role.ADMINISTRATOR, Role.CONSULTANT),
    /** Decide which strategies run, and see and change the tasks of everybody. */
    MANAGE_STRATEGIES(Role.ADMINISTRATOR, Role.CONSULTANT, Role.MANAGER),
    /** Write strategies and their plays, and publish them. */
    EDIT_STRATEGIES(Role.ADMINISTRATOR, Role.CONSULTANT),
    MANAGE_PLUGINS(Role.ADMINISTRATOR, Role.CONSULTANT),
    /** Decide whose signature vouches for plugins; belongs to no vertical. */
    MANAGE_TRUST(Role.ADMINISTRATOR),
    /** Belongs to no vertical. */
    MANAGE_USERS(Role.ADMINISTRATOR);

    private final Set<Role> roles;

    Permission(Role first, Role... others) {
        roles = EnumSet.of(first, others);
    }

    /** The roles that allow the act, unless a vertical allows it to fewer ({@link RoleLimits}). */
    public Set<Role> roles() {
        return roles;
    }
}

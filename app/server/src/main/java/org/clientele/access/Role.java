package org.clientele.access;

/** What somebody may do in a vertical; each role includes reading the portal. */
public enum Role {
    /** Users, rights, plugins, trust; also everything a consultant may do. */
    ADMINISTRATOR,
    /** Plugins, data, segmentation and strategies. */
    CONSULTANT,
    /** Reads everything of the vertical, exports lists, owns decisions. */
    MANAGER,
    /** Sees customers, logs interactions, works the worklist. */
    STAFF
}

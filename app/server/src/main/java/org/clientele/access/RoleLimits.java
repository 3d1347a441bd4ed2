package org.clientele.access;

import java.util.Set;

/** Where a vertical allows less than the portal: its plugin says which roles may do an act in it from the start. */
@FunctionalInterface
public interface RoleLimits {
    /** The portal's limits alone. */
    RoleLimits NONE = (permission, verticalKey) -> permission.roles();

    /**
     * The roles that allow the act in the vertical. Never more than {@link Permission#roles}, and an administrator keeps what the portal
     * allows.
     *
     * @param verticalKey key of a vertical, enabled or not, or {@link Grant#EVERYWHERE}
     */
    Set<Role> roles(Permission permission, String verticalKey);
}

package org.clientele.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param language the chosen language tag ({@code en}, {@code zh-CN}), or null: the browser's
 */
public record User(
        long id,
        String login,
        String displayName,
        boolean active,
        @Nullable String language,
        Set<Grant> grants,
        int version) {
    public User {
        grants = Set.copyOf(grants);
    }

    /** Whether one of the user's roles in the vertical allows the act, as far as the portal goes; {@link Rights#may} asks the vertical, too. */
    public boolean may(Permission permission, String verticalKey) {
        return holds(permission.roles(), verticalKey);
    }

    /** Whether the user has one of the roles in the vertical. */
    public boolean holds(Set<Role> roles, String verticalKey) {
        return grants.stream().anyMatch(g -> g.covers(verticalKey) && roles.contains(g.role()));
    }

    /** Whether the user sees only customers to look after in the vertical: every role there is limited so. */
    public boolean isLimitedToOwn(String verticalKey) {
        return grants.stream().anyMatch(grant -> grant.covers(verticalKey))
                && grants.stream().filter(grant -> grant.covers(verticalKey)).allMatch(Grant::ownCustomers);
    }

    /** Whether one of the user's roles anywhere allows the act. */
    public boolean mayAnywhere(Permission permission) {
        return grants.stream().anyMatch(g -> permission.roles().contains(g.role()));
    }
}

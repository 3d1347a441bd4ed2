package org.clientele.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is asking, and whether they may. Services call {@link #require} first; views ask {@link #may} to hide what would be refused. */
public interface Rights {
    /** The signed-in user, or the user on whose behalf this thread works ({@link #actingAs}); fails when there is none. */
    User user();

    /** The roles that allow the act in the vertical: the portal's, without those that the vertical leaves out. */
    default Set<Role> roles(Permission permission, String verticalKey) {
        return permission.roles();
    }

    /** Whether the user may do this in the vertical. */
    default boolean may(Permission permission, String verticalKey) {
        return user().holds(roles(permission, verticalKey), verticalKey);
    }

    /** Fails with {@link ForbiddenProblem} unless the user may do this in the vertical. */
    default void require(Permission permission, String verticalKey) {
        if (!may(permission, verticalKey)) {
            throw new ForbiddenProblem(permission, verticalKey);
        }
    }

    /** The user whose customers are the only ones to be seen, where rights reach no further; null: all may be seen. */
    default @Nullable Long onlyOwner(String verticalKey) {
        User user = user();
        return user.isLimitedToOwn(verticalKey) ? user.id() : null;
    }

    /** Fails with {@link ForbiddenProblem} unless the user may do this somewhere (for what belongs to no vertical). */
    default void requireAnywhere(Permission permission) {
        if (!user().mayAnywhere(permission)) {
            throw new ForbiddenProblem(permission, Grant.EVERYWHERE);
        }
    }

    /** Runs background work on behalf of a user. */
    void actingAs(User user, Runnable work);
}

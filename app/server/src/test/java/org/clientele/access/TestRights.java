package org.clientele.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rights of a fixed user, for tests of services: {@code TestRights.of(Role.MANAGER)}; {@link #become} changes who asks. */
public final class TestRights implements Rights {
    private final ThreadLocal<@Nullable User> acting = new ThreadLocal<>();
    private volatile User user;
    private RoleLimits limits = RoleLimits.NONE;

    private TestRights(User user) {
        this.user = user;
    }

    /** A user with the role in every vertical, with id 1 and the role's name as login. */
    public static TestRights of(Role role) {
        return new TestRights(user(1, new Grant(role, Grant.EVERYWHERE)));
    }

    /** A user with exactly these grants; none: somebody who may do nothing. */
    public static TestRights with(Grant... grants) {
        return new TestRights(user(1, grants));
    }

    public static User user(long id, Grant... grants) {
        return new User(id, "user" + id, "User " + id, true, null, Set.of(grants), 0);
    }

    public void become(User other) {
        user = other;
    }

    /** Allows less in a vertical, as its plugin would. */
    public void limit(RoleLimits narrower) {
        limits = narrower;
    }

    @Override
    public Set<Role> roles(Permission permission, String verticalKey) {
        return limits.roles(permission, verticalKey);
    }

    @Override
    public User user() {
        User other = acting.get();
        return other == null ? user : other;
    }

    @Override
    public void actingAs(User other, Runnable work) {
        User before = acting.get();
        acting.set(other);
        try {
            work.run();
        } finally {
            acting.set(before);
        }
    }
}

package org.clientele.access;

import java.util.List;
import java.util.Optional;
import org.clientele.access.persistence.UserDao;
import org.springframework.stereotype.Component;

/** Who may do an act in a vertical, for what the portal tells people without being asked. Callers check rights. */
@Component
public class VerticalPeople {
    private final UserDao users;
    private final RoleLimits limits;

    public VerticalPeople(UserDao users, RoleLimits limits) {
        this.users = users;
        this.limits = limits;
    }

    /** The active users who may. */
    public List<User> whoMay(Permission permission, String verticalKey) {
        return users.all().stream()
                .filter(user -> may(user, permission, verticalKey))
                .toList();
    }

    /** The user, if active and allowed. */
    public Optional<User> ifMay(long userId, Permission permission, String verticalKey) {
        return users.byId(userId).map(Account::user).filter(user -> may(user, permission, verticalKey));
    }

    private boolean may(User user, Permission permission, String verticalKey) {
        return user.active() && user.holds(limits.roles(permission, verticalKey), verticalKey);
    }
}

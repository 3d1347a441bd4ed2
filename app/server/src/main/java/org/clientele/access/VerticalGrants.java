package org.clientele.access;

import java.util.List;
import org.clientele.access.persistence.UserDao;
import org.clientele.common.Announcements;
import org.springframework.stereotype.Component;

/** The roles that users have in one vertical and nowhere else, for when it is taken away. Callers check rights. */
@Component
public class VerticalGrants {
    private final UserDao users;
    private final UserDirectory directory;
    private final Audit audit;
    private final Announcements announcements;

    VerticalGrants(UserDao users, UserDirectory directory, Audit audit, Announcements announcements) {
        this.users = users;
        this.directory = directory;
        this.audit = audit;
        this.announcements = announcements;
    }

    /** How many users have a role in just that vertical. */
    public int users(String verticalKey) {
        return users.grantedIn(verticalKey).size();
    }

    /** Takes these roles away, in the caller's transaction: a plugin of the same id that comes later gives nobody rights. */
    public void removeAll(String verticalKey) {
        List<Long> holders = users.grantedIn(verticalKey);
        users.removeGrantsIn(verticalKey);
        for (long user : holders) {
            directory.forget(user);
            audit.record("access.user.update", "user " + user, "roles in " + verticalKey, null);
            announcements.publish(new UserChanged(user));
        }
    }
}

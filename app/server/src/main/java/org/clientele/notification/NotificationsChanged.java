package org.clientele.notification;

import java.util.Set;

/**
 * People were told of something, or read it.
 *
 * @param users whom it concerns; empty: perhaps everybody
 */
public record NotificationsChanged(String verticalKey, Set<Long> users) {
    public NotificationsChanged {
        users = Set.copyOf(users);
    }

    /** Whether it may concern the user. */
    public boolean concerns(long user) {
        return users.isEmpty() || users.contains(user);
    }
}

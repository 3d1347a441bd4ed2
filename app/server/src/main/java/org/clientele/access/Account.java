package org.clientele.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user with what only signing in may see.
 *
 * @param passwordHash null until the one-time link has been used
 * @param failedLogins failures since the last success
 * @param lockedUntil until when no password is accepted, or null
 * @param sessionEpoch sessions that carry a smaller number have ended
 */
public record Account(
        User user,
        @Nullable String passwordHash,
        int failedLogins,
        @Nullable Instant lockedUntil,
        int sessionEpoch) {
    boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /** A record's own text would put the password hash into logs. */
    @Override
    public String toString() {
        return "Account[id=" + user.id() + "]";
    }
}

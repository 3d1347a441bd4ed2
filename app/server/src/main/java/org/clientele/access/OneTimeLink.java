package org.clientele.access;

import org.jspecify.annotations.Nullable;

/**
 * A link that still works.
 *
 * @param userId whose password it sets; null for the first administrator, who does not exist yet
 */
public record OneTimeLink(Purpose purpose, @Nullable Long userId) {
    /** What the link is for. */
    public enum Purpose {
        /** Makes the first administrator. */
        SETUP,
        /** Sets the first password of a new user. */
        JOIN,
        /** Sets a new password for a user who lost theirs. */
        RESET
    }
}

package org.clientele.access;

import java.io.Serializable;
import java.security.Principal;

/**
 * Who a session belongs to. Only the id: name and grants are read when they are needed, so that a change of rights works at once.
 *
 * @param epoch the account's session epoch when the session began
 */
public record SignedIn(long userId, int epoch) implements Principal, Serializable {
    /** The user's id; a login name in a session or a log would be personal data. */
    @Override
    public String getName() {
        return Long.toString(userId);
    }
}

package org.clientele.access;

import org.clientele.common.Problem;

/** A new password is not good enough; nothing was changed. */
public class PasswordProblem extends Problem {
    PasswordProblem(Passwords.Quality quality) {
        super("access.password." + quality.name().toLowerCase(java.util.Locale.ROOT), Passwords.SHORTEST);
    }
}

package org.clientele.access;

import org.clientele.common.Problem;

/** A new password is not good enough; nothing was changed. */
public class PasswordProblem extends Problem {
    PasswordProblem(Passwords.Quality quality) {
        super(quality.textKey(), Passwords.SHORTEST);
    }
}

package org.clientele.access;

import org.clientele.common.Problem;

/** The user's roles do not allow the act; nothing was done. */
public class ForbiddenProblem extends Problem {
    public ForbiddenProblem(Permission permission, String verticalKey) {
        super("access.forbidden", permission.name(), verticalKey);
    }
}

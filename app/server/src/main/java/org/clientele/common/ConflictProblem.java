package org.clientele.common;

/** Somebody else changed the same thing in the meantime; nothing was saved. */
public class ConflictProblem extends Problem {
    public ConflictProblem(String key, Object... arguments) {
        super(key, arguments);
    }
}

package org.clientele.engine.check;

import org.clientele.plugins.api.CheckDefinition;

/** A check is answered by a plugin's code, which gave no answer. */
public final class UnansweredException extends RuntimeException {
    private final String why;

    /** @param why a word for whoever puts it into words */
    public UnansweredException(CheckDefinition check, String why) {
        super("Check %s is answered by its plugin's code (%s), which gave no answer: %s"
                .formatted(check.id(), check.extension(), why));
        this.why = why;
    }

    /** A word that says why. */
    public String why() {
        return why;
    }
}

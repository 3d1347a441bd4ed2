package org.clientele.plugins.ui;

/**
 * How customers stand by several checks taken together; each customer whom at least one of them concerns counts once.
 *
 * @param met those who meet all that concern them
 * @param gaps those who do not meet at least one
 * @param unknown those without a gap of whom too little is recorded for at least one
 */
public record CheckStanding(int met, int gaps, int unknown) {
    /** Customers whom at least one of the checks concerns. */
    public int concerned() {
        return met + gaps + unknown;
    }
}

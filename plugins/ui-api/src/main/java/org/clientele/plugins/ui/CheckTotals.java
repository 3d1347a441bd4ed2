package org.clientele.plugins.ui;

/**
 * How the customers stand by one check.
 *
 * @param check id of the check
 * @param group the group of checks it belongs to
 * @param concerned customers whom it concerns
 * @param gaps those of them who do not meet it
 * @param unknown those of them of whom too little is recorded
 */
public record CheckTotals(String check, String group, int concerned, int gaps, int unknown) {
    /** Those who meet it. */
    public int met() {
        return concerned - gaps - unknown;
    }
}

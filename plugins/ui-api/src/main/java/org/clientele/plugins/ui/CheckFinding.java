package org.clientele.plugins.ui;

/**
 * How one customer stands by one check. Texts are in the person's language.
 *
 * @param check id of the check
 * @param outcome how it came out
 * @param required what is required
 * @param found what is recorded: names and values
 * @param source the rule that says so
 */
public record CheckFinding(String check, Outcome outcome, String required, String found, String source) {
    /** How a check came out for a customer whom it concerns. */
    public enum Outcome {
        MET,
        GAP,
        /** Too little is recorded. */
        UNKNOWN
    }
}

package org.clientele.worklist;

/**
 * How often staff took a play up, put it off and decided against it; each customer and day of a play counts once in each.
 *
 * @param accepted taken or done
 */
public record PlayAnswers(int accepted, int postponed, int rejected) {
    public static final PlayAnswers NONE = new PlayAnswers(0, 0, 0);

    /** With what was found for one act. */
    PlayAnswers plus(PlayAnswers other) {
        return new PlayAnswers(accepted + other.accepted, postponed + other.postponed, rejected + other.rejected);
    }
}

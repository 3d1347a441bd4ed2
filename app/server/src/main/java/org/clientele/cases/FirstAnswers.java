package org.clientele.cases;

/**
 * How long customers waited for a first answer.
 *
 * @param cases that were answered
 * @param hours waited in all, around the clock
 */
public record FirstAnswers(long cases, double hours) {
    public static final FirstAnswers NONE = new FirstAnswers(0, 0);

    public FirstAnswers plus(FirstAnswers other) {
        return new FirstAnswers(cases + other.cases, hours + other.hours);
    }
}

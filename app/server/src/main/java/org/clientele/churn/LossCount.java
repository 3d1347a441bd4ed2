package org.clientele.churn;

/**
 * How many customers were lost for a reason, and what they brought in a year.
 *
 * @param yearly minor units, of those of whom it is known
 * @param unknown of how many it is not known
 */
public record LossCount(LossReason reason, long customers, long yearly, long unknown) {
    public LossCount plus(LossCount other) {
        return new LossCount(
                reason, customers + other.customers, Math.addExact(yearly, other.yearly), unknown + other.unknown);
    }
}

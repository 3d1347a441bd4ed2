package org.clientele.churn;

/**
 * How many customers were lost for a reason, and what they brought in a year.
 *
 * @param yearly minor units, of those of whom it is known
 * @param unknown of how many it is not known
 * @param won how many of them came back since
 * @param wonYearly what those are expected to bring in a year, minor units, of those of whom it is known
 * @param wonUnknown of how many of them it is not known
 */
public record LossCount(
        LossReason reason, long customers, long yearly, long unknown, long won, long wonYearly, long wonUnknown) {
    /** Whether it is known of nobody what they brought: the sum is no sum then. */
    public boolean isMoneyUnknown() {
        return unknown == customers;
    }

    /** Whether some came back and it is known of none of them what they will bring. */
    public boolean isWonMoneyUnknown() {
        return won > 0 && wonUnknown == won;
    }

    public LossCount plus(LossCount other) {
        return new LossCount(
                reason,
                customers + other.customers,
                Math.addExact(yearly, other.yearly),
                unknown + other.unknown,
                won + other.won,
                Math.addExact(wonYearly, other.wonYearly),
                wonUnknown + other.wonUnknown);
    }
}

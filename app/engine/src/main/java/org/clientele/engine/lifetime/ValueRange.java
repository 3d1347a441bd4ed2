package org.clientele.engine.lifetime;

/**
 * What a customer is worth, and how well that is known.
 *
 * @param value expected, discounted, money in major units
 * @param standardError of it, for the models' parameters being estimates (by their covariance, to first order); with many customers it is small
 * @param low what the customer really spends falls below it with half of the probability outside the level asked for; often 0
 * @param high and above it with the other half; the spread of one customer's future, given the model, is meant and is wide
 * @param fewest the same for the number of purchases, lower end
 * @param most upper end
 */
public record ValueRange(double value, double standardError, double low, double high, int fewest, int most) {
    static final ValueRange UNKNOWN = new ValueRange(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, 0);
}

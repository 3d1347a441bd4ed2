package org.clientele.engine.lifetime;

import java.util.List;

/**
 * How well a model that was fitted to purchases up to a day foretold those after it.
 *
 * @param weeks all weeks from the first purchase on, the last of the fit ending on the day it was made; a week that is not whole is left out
 * @param fitted how many of them the model was fitted to
 * @param weeklyError mean of |expected − actual| / actual over the weeks after it that had purchases (MAPE), 0.1 for 10 %; NaN without
 * @param cumulativeError the same of the sums since the first week
 * @param expected purchases expected after the fit, each customer by what he did before
 * @param actual those that were made
 * @param correlation of both over customers; NaN when one is the same for all
 * @param classes customers by number of repeats before, the last one with all who made more
 */
public record BackTest(
        List<Week> weeks,
        int fitted,
        double weeklyError,
        double cumulativeError,
        double expected,
        long actual,
        double correlation,
        List<RepeatClass> classes) {
    public BackTest {
        weeks = List.copyOf(weeks);
        classes = List.copyOf(classes);
    }

    /**
     * A week's repeat purchases; several on one day count as one.
     *
     * @param lastDay its last day, since 1970-01-01
     * @param expected of customers who had bought by then
     * @param actual made
     * @param cumulativeExpected since the first week
     * @param cumulativeActual since the first week
     */
    public record Week(int lastDay, double expected, long actual, double cumulativeExpected, long cumulativeActual) {}

    /**
     * Customers with as many repeats in the time of the fit.
     *
     * @param repeats how many; for the last class at least so many
     * @param customers how many customers
     * @param modelled how many the model gives that number
     * @param expected mean of the purchases expected after it
     * @param actual mean of those made
     */
    public record RepeatClass(int repeats, int customers, double modelled, double expected, double actual) {}
}

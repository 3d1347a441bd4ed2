package org.clientele.plugins.api;

/**
 * How generated sample customers look; the same recipe always makes the same data.
 *
 * @param activity the activity to generate
 * @param customers number of customers
 * @param days length of the history in days, ending at the as-of date
 * @param seed random seed
 * @param purchasesPerYear mean number of events per customer and year; individual rates are gamma distributed around it
 * @param dropoutPerPurchase mean probability to become inactive after an event (BG/NBD); individual ones are beta distributed
 * @param averageAmount mean amount of an event in major units; individual means are gamma distributed
 */
public record SampleRecipe(
        String activity,
        int customers,
        int days,
        long seed,
        double purchasesPerYear,
        double dropoutPerPurchase,
        double averageAmount) {}

package org.clientele.engine.lifetime;

import java.util.List;

/**
 * How customers buy, and stop buying without a word. Times are weeks; any unit would do if it is the same everywhere. Immutable; safe to share
 * between threads.
 */
public sealed interface PurchaseModel permits BgNbd, ParetoNbd {
    /** The names of the parameters, as in the papers. */
    List<String> names();

    /** The parameters, in the order of {@link #names}; all above 0. */
    double[] parameters();

    /** The same model with other parameters. */
    PurchaseModel with(double[] parameters);

    /**
     * The log-likelihood of one customer's history, without the terms that no parameter touches, as the papers give it.
     *
     * @param repeats days after the first on which the customer bought
     * @param last the last of them, in weeks after the first purchase; 0 without
     * @param age weeks from the first purchase to the day of observation
     */
    double logLikelihood(int repeats, double last, double age);

    /** The probability, 0–1, that a customer with this history still buys; for {@link BgNbd} 1 without repeats, by its assumptions. */
    double alive(int repeats, double last, double age);

    /** Repeat purchases that a new customer is expected to make within some weeks of the first one. */
    double expected(double weeks);

    /** Purchases that a customer with this history is expected to make in the coming weeks. */
    double expected(int repeats, double last, double age, double weeks);

    /**
     * How likely a new customer makes no, one, two … repeat purchases within some weeks.
     *
     * @param length how many probabilities; those of more purchases are left out
     */
    double[] distribution(double weeks, int length);

    /** The model of the one customer, still buying, who has this history: what is known of all customers, sharpened by what this one did. */
    PurchaseModel after(int repeats, double age);
}

package org.clientele.engine.query;

/**
 * A page of a list of customers.
 *
 * @param customers indexes of the customers of the page, in the list's order; not to be changed
 * @param total number of customers in the whole list
 */
public record CustomerPage(int[] customers, int total) {}

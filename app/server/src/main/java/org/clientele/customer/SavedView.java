package org.clientele.customer;

/**
 * A customer list that somebody keeps under a name.
 *
 * @param query the address's parameters, {@code f=…&q=…}
 */
public record SavedView(long id, String name, String query) {}

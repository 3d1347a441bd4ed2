package org.clientele.customer;

import org.clientele.common.AddressParameters;

/**
 * A customer list that somebody keeps under a name.
 *
 * @param query the address's parameters, {@code f=…&q=…}
 */
public record SavedView(long id, String name, String query) {
    /** What the list shows. */
    public CustomerListQuery list() {
        return CustomerListQuery.parse(AddressParameters.read(query));
    }
}

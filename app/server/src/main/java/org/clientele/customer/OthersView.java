package org.clientele.customer;

import org.clientele.common.AddressParameters;

/**
 * A customer list that somebody else keeps; its name is theirs.
 *
 * @param owner what its owner is called
 * @param query the address's parameters, {@code f=…&q=…}
 */
public record OthersView(String owner, String query) {
    /** What the list shows. */
    public CustomerListQuery list() {
        return CustomerListQuery.parse(AddressParameters.read(query));
    }
}

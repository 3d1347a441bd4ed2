package org.clientele.customer;

import java.time.LocalDate;
import org.clientele.common.AddressParameters;
import org.jspecify.annotations.Nullable;

/**
 * A customer list that somebody keeps under a name.
 *
 * @param query the address's parameters, {@code f=…&q=…}
 * @param usedOn the day on which its owner last opened it, null when never
 */
public record SavedView(
        long id, String name, String query, @Nullable LocalDate usedOn) {
    /** What the list shows. */
    public CustomerListQuery list() {
        return CustomerListQuery.parse(AddressParameters.read(query));
    }
}

package org.clientele.customer;

import java.util.Set;

/**
 * Customers, their attributes or their activities changed.
 *
 * @param verticalKey the vertical
 * @param customerIds the customers, or empty: many (an import)
 */
public record CustomersChanged(String verticalKey, Set<Long> customerIds) {
    public CustomersChanged {
        customerIds = Set.copyOf(customerIds);
    }
}

package org.clientele.loyalty;

import java.util.Set;

/**
 * Points, or the programme, changed.
 *
 * @param customerIds whose points; empty for the programme or many customers
 */
public record LoyaltyChanged(String verticalKey, Set<Long> customerIds) {
    public LoyaltyChanged {
        customerIds = Set.copyOf(customerIds);
    }

    /** Whether the customer's points may have changed. */
    public boolean concerns(String vertical, long customerId) {
        return verticalKey.equals(vertical) && (customerIds.isEmpty() || customerIds.contains(customerId));
    }
}

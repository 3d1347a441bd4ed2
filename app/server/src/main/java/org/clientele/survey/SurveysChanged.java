package org.clientele.survey;

import java.util.Set;

/**
 * Surveys, invitations or answers changed.
 *
 * @param customerIds of whom; empty for the survey itself or many customers
 */
public record SurveysChanged(String verticalKey, Set<Long> customerIds) {
    public SurveysChanged {
        customerIds = Set.copyOf(customerIds);
    }

    /** Whether something about the customer may have changed. */
    public boolean concerns(String vertical, long customerId) {
        return verticalKey.equals(vertical) && (customerIds.isEmpty() || customerIds.contains(customerId));
    }
}

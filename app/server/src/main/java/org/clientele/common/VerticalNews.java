package org.clientele.common;

import java.util.Set;

/**
 * What other nodes are told of a change in a vertical.
 *
 * @param customerIds whom it concerns; empty: many, or nobody in particular
 */
public record VerticalNews(String verticalKey, Set<Long> customerIds) {
    public VerticalNews {
        customerIds = Set.copyOf(customerIds);
    }
}

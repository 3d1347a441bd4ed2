package org.clientele.dataimport;

import java.util.List;

/**
 * What an import does, or would do.
 *
 * @param read rows with text, without the header; equals fresh + changed + unchanged + rejected
 * @param fresh rows that become a new activity, or a new customer
 * @param changed rows that change a customer; 0 for activities
 * @param unchanged rows the portal knows already
 * @param negative new activities with an amount below zero (returns)
 * @param customersCreated customers the portal did not have
 * @param customersChanged customers the portal had and whose name or attributes change
 * @param groups rejections by reason and column, most frequent first
 * @param samples some rows of each kind
 */
public record ImportSummary(
        long read,
        long fresh,
        long changed,
        long unchanged,
        long rejected,
        long negative,
        long customersCreated,
        long customersChanged,
        List<RejectionGroup> groups,
        List<SampleRow> samples) {
    public ImportSummary {
        groups = List.copyOf(groups);
        samples = List.copyOf(samples);
    }

    /** Whether the import changes anything. */
    public boolean hasEffect() {
        return fresh + changed + customersCreated + customersChanged > 0;
    }
}

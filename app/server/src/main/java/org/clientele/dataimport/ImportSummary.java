package org.clientele.dataimport;

import java.util.List;

/**
 * What an import does, or would do.
 *
 * @param read rows with text, without the header; equals fresh + changed + unchanged + rejected
 * @param fresh rows that become a new activity, a new customer, or a new row of a reference
 * @param changed rows that change a customer or a row of a reference; 0 for activities
 * @param unchanged rows the portal knows already
 * @param negative new activities with an amount below zero (returns)
 * @param customersCreated customers the portal did not have
 * @param customersChanged customers the portal had and whose name or attributes change
 * @param groups rejections by reason and column, most frequent first
 * @param samples some rows of each kind
 * @param unknown references and owners that are pointed to but not there
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
        List<SampleRow> samples,
        List<UnknownKeys> unknown) {
    public ImportSummary {
        groups = List.copyOf(groups);
        samples = List.copyOf(samples);
        unknown = List.copyOf(unknown);
    }

    /** Whether the import changes anything. */
    public boolean hasEffect() {
        return fresh + changed + customersCreated + customersChanged > 0;
    }
}

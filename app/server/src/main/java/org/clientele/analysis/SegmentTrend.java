package org.clientele.analysis;

import java.time.LocalDate;
import java.util.List;
import org.clientele.plugins.api.ModelDefinition;

/**
 * The size of each segment of a model, day after day.
 *
 * @param days oldest first
 * @param counts for each day the members of each segment by ordinal
 */
public record SegmentTrend(ModelDefinition model, List<LocalDate> days, List<List<Integer>> counts) {
    public SegmentTrend {
        days = List.copyOf(days);
        counts = counts.stream().map(List::copyOf).toList();
    }
}

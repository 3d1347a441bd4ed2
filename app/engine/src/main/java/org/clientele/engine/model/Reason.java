package org.clientele.engine.model;

import java.util.List;
import org.clientele.engine.condition.Check;
import org.clientele.engine.condition.Gap;
import org.jspecify.annotations.Nullable;

/**
 * Why a customer is in a segment, without language: ids and exact values, to be put into words by whoever shows it.
 *
 * @param model id of the model
 * @param segment id of the segment, or null when the customer is in none
 * @param checks the comparisons that decided; where a segment takes the rest, those that ruled the others out; for no segment also the
 *     values that are missing ({@code PRESENT} fails); empty for somebody who was no customer yet
 * @param best whether the segment is the model's best
 * @param better the nearest better segment that can be reached, and what is lacking; null when there is none
 */
public record Reason(
        String model,
        @Nullable String segment,
        List<Check> checks,
        boolean best,
        @Nullable Better better) {
    public Reason {
        checks = List.copyOf(checks);
    }

    /**
     * A better segment.
     *
     * @param segment its id
     * @param gaps what is lacking, all of it needed; at least one
     */
    public record Better(String segment, List<Gap> gaps) {
        public Better {
            gaps = List.copyOf(gaps);
        }
    }
}

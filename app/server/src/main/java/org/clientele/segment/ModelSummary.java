package org.clientele.segment;

import java.time.LocalDate;
import java.util.List;
import org.clientele.engine.column.Value;
import org.clientele.engine.model.ModelResult;
import org.clientele.plugin.Vertical;

/**
 * The segments of one model now and some time before. Immutable.
 *
 * @param result the model's result as of the snapshot's day
 * @param customers number of customers on that day
 * @param before the day compared with
 * @param changed whether a consultant set the model in place of the plugin
 */
public record ModelSummary(
        Vertical vertical,
        ModelResult result,
        int customers,
        LocalDate before,
        boolean changed,
        List<Segment> segments) {
    public ModelSummary {
        segments = List.copyOf(segments);
    }

    /**
     * A segment.
     *
     * @param ordinal its number in the model
     * @param count members
     * @param countBefore members on the day compared with
     * @param value sum of the value metric over the members
     * @param average value per member; missing when there is none or the value is not money
     * @param valueShare share of the value of all segments, 0–1; NaN when that is not above zero
     */
    public record Segment(
            int ordinal, String id, int count, int countBefore, Value value, Value average, double valueShare) {}
}

package org.clientele.analysis;

import org.clientele.engine.comparison.Migration;
import org.clientele.engine.figure.Period;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.PortalSnapshot;

/**
 * Who moved between the segments of a model from one day to another.
 *
 * @param period the two days
 * @param migration rows and columns by the ordinals of the model's segments
 * @param valued whether there is a value in money to count by
 */
public record SegmentMovement(
        PortalSnapshot snapshot, ModelDefinition model, Period period, Migration migration, boolean valued) {
    /** How many are elsewhere on the last day. */
    public long moved() {
        long moved = 0;
        for (int from = 0; from <= migration.none(); from++) {
            for (int to = 0; to <= migration.none(); to++) {
                moved += from == to ? 0 : migration.customers(from, to);
            }
        }
        return moved;
    }

    /** A segment's id; {@code none} for those in none. */
    public String segment(int ordinal, String none) {
        return ordinal == migration.none()
                ? none
                : model.segments().get(ordinal).id();
    }
}

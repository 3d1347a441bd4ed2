package org.clientele.engine.model;

import org.clientele.engine.condition.Condition;

/**
 * A rule bound to the columns.
 *
 * @param segment the segment it leads to
 * @param when its condition
 * @param not the opposite
 */
record BoundRule(int segment, Condition when, Condition not) {
    static BoundRule of(int segment, Condition when) {
        return new BoundRule(segment, when, when.negated());
    }
}

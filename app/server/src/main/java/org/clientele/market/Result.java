package org.clientele.market;

import org.jspecify.annotations.Nullable;

/**
 * A measure of a quarter.
 *
 * @param value null: it cannot be told, see {@code why}
 * @param above what is divided; for a difference the greater part
 * @param below by what it is divided
 * @param why null where there is a value
 */
public record Result(
        @Nullable Double value,
        double above,
        double below,
        @Nullable Why why) {
    /** Why there is no value. */
    public enum Why {
        /** An input is not entered yet. */
        NO_INPUT,
        /** Nothing happened that it is computed from. */
        NO_DATA,
        /** There is nothing earlier to compare with. */
        NO_BEFORE,
        /** The vertical has no model that tells it. */
        NO_MODEL
    }

    static Result ratio(double above, double below) {
        return below == 0 ? missing(Why.NO_DATA) : new Result(above / below, above, below, null);
    }

    static Result missing(Why why) {
        return new Result(null, 0, 0, why);
    }
}

package org.clientele.engine.model;

import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Operator;

/** Compares bounds on the same subject. */
final class Bounds {
    private Bounds() {}

    static boolean isBound(Operator operator) {
        return switch (operator) {
            case LESS, AT_MOST, MORE, AT_LEAST -> true;
            default -> false;
        };
    }

    /** Whether a bound leaves less room than another with the same operator. */
    static boolean isTighter(Operator operator, Value bound, Value than) {
        return switch (operator) {
            case LESS, AT_MOST -> bound.asDouble() < than.asDouble();
            case MORE, AT_LEAST -> bound.asDouble() > than.asDouble();
            default -> false;
        };
    }
}

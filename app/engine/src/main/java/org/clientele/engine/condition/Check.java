package org.clientele.engine.condition;

import java.util.List;
import org.clientele.engine.column.Value;
import org.jspecify.annotations.Nullable;

/**
 * One comparison and how it came out for a row.
 *
 * @param subject id of the attribute or metric compared, or the expression as text ("monetary / frequency") when it is more than one
 *     variable
 * @param actual its value
 * @param operator how it is compared
 * @param thresholds what it is compared with, in the subject's unit where the subject is one variable: one value, the whole list for
 *     {@link Operator#IN} and {@link Operator#NOT_IN}, none for {@link Operator#MISSING} and {@link Operator#PRESENT}
 * @param parameter name of the model's parameter that gave the threshold, or null
 * @param truth how it came out
 * @param score the score from 1 to 5 that the value earns for RFM, the level from 1 that it has in a matrix, else 0
 */
public record Check(
        String subject,
        Value actual,
        Operator operator,
        List<Value> thresholds,
        @Nullable String parameter,
        Truth truth,
        int score) {
    public Check {
        thresholds = List.copyOf(thresholds);
    }

    /** The threshold, the first one of a list, {@link Value#MISSING} where there is none. */
    public Value threshold() {
        return thresholds.isEmpty() ? Value.MISSING : thresholds.getFirst();
    }

    /** Whether the comparison holds. */
    public boolean holds() {
        return truth == Truth.HOLDS;
    }
}

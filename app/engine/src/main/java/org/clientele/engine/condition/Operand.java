package org.clientele.engine.condition;

import java.util.function.IntFunction;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.Value;
import org.jspecify.annotations.Nullable;

/**
 * A side of a comparison, for people.
 *
 * @param label the variable's name or the expression as text
 * @param column the column when the side is one variable, else null
 * @param parameter the named threshold when the side is one, else null
 * @param constant whether every row has the same value
 * @param values the value of a row
 */
record Operand(
        String label,
        @Nullable Column column,
        @Nullable String parameter,
        boolean constant,
        IntFunction<Value> values) {
    Value value(int row) {
        return values.apply(row);
    }

    static Operand constant(Value value) {
        return new Operand("", null, null, true, row -> value);
    }

    static Operand parameter(String name, double value) {
        Value shown = number(value);
        return new Operand(name, null, name, true, row -> shown);
    }

    static Operand column(String name, Column column) {
        return new Operand(name, column, null, false, column::value);
    }

    /** The value of a number that is not known to be money or a date: whole where it has no fraction. */
    static Value number(double value) {
        if (Double.isNaN(value)) {
            return Value.MISSING;
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? new Value.Whole((long) value)
                : new Value.Decimal(value);
    }
}

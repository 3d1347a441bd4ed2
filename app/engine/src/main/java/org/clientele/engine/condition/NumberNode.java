package org.clientele.engine.condition;

import org.clientele.engine.column.MeasureColumn;

/** A number or date of each row; NaN is missing. */
interface NumberNode {
    double at(int row);

    /** A literal or a named threshold. */
    record Constant(double value) implements NumberNode {
        @Override
        public double at(int row) {
            return value;
        }
    }

    /** A column as it is. */
    record Measure(MeasureColumn column) implements NumberNode {
        @Override
        public double at(int row) {
            return column.asDouble(row);
        }
    }
}

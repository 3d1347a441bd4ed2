package org.clientele.engine.condition;

import java.util.Arrays;
import org.clientele.engine.column.MeasureColumn;

/** A number or date of each row; NaN is missing. */
interface NumberNode {
    double at(int row);

    /** The numbers of the rows from, including, to, excluding, into the first places. */
    default void at(int from, int to, double[] out) {
        for (int row = from; row < to; row++) {
            out[row - from] = at(row);
        }
    }

    /** A literal or a named threshold. */
    record Constant(double value) implements NumberNode {
        @Override
        public double at(int row) {
            return value;
        }

        @Override
        public void at(int from, int to, double[] out) {
            Arrays.fill(out, 0, to - from, value);
        }
    }

    /** A column as it is. */
    record Measure(MeasureColumn column) implements NumberNode {
        @Override
        public double at(int row) {
            return column.asDouble(row);
        }

        @Override
        public void at(int from, int to, double[] out) {
            column.doubles(from, to, out);
        }
    }
}

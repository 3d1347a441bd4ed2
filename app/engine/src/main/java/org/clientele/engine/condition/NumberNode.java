package org.clientele.engine.condition;

import java.util.Arrays;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.numeric.Blocks;
import org.jspecify.annotations.Nullable;

/** A number or date of each row; NaN is missing. */
interface NumberNode {
    double at(int row);

    /** The numbers of the rows from, including, to, excluding, into the first places. */
    default void at(int from, int to, double[] out) {
        for (int row = from; row < to; row++) {
            out[row - from] = at(row);
        }
    }

    /** Called before all rows are asked for. */
    default void prepare() {
        // most have nothing to compute
    }

    /** Called when all rows have been asked for. */
    default void release() {
        // most hold nothing
    }

    /** Computes the numbers of rows from, including, to, excluding, into their places. */
    @FunctionalInterface
    interface Filling {
        void fill(int from, int to, double[] numbers);
    }

    /** A number that takes long to compute: remembered of all rows once these are asked for. */
    final class Kept implements NumberNode {
        private static final int WORTH = 1 << 14;

        private final NumberNode number;
        private final Filling filling;
        private final int rows;
        private final String text;
        private final Remembered remembered;
        private volatile double @Nullable [] known;

        Kept(NumberNode number, Filling filling, int rows, String text, Remembered remembered) {
            this.number = number;
            this.filling = filling;
            this.rows = rows;
            this.text = text;
            this.remembered = remembered;
        }

        @Override
        public void prepare() {
            known = remembered.number(text, () -> {
                double[] numbers = new double[rows];
                Blocks.run(rows, WORTH, (from, to) -> filling.fill(from, to, numbers));
                return numbers;
            });
        }

        @Override
        public void release() {
            known = null;
        }

        @Override
        public double at(int row) {
            double[] numbers = known;
            return numbers == null ? number.at(row) : numbers[row];
        }

        @Override
        public void at(int from, int to, double[] out) {
            double[] numbers = known;
            if (numbers == null) {
                number.at(from, to, out);
            } else {
                System.arraycopy(numbers, from, out, 0, to - from);
            }
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

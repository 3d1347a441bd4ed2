package org.clientele.engine.condition;

import java.util.Arrays;
import java.util.function.Supplier;
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

    /** A number that takes long to compute: remembered of all rows once these are asked for again. */
    final class Kept implements NumberNode {
        private static final int WORTH = 1 << 14;

        private final NumberNode one;
        private final Supplier<NumberNode> each;
        private final int rows;
        private final String text;
        private final Remembered remembered;
        private volatile @Nullable NumberNode ready;

        /**
         * Remembers nothing yet.
         *
         * @param one computes it of a row
         * @param each computes the same of many rows, and takes its time before
         */
        Kept(NumberNode one, Supplier<NumberNode> each, int rows, String text, Remembered remembered) {
            this.one = one;
            this.each = each;
            this.rows = rows;
            this.text = text;
            this.remembered = remembered;
        }

        @Override
        public void prepare() {
            double[] known = remembered.number(text, this::numbers);
            ready = known == null ? each.get() : new Known(known);
        }

        private double[] numbers() {
            NumberNode number = each.get();
            double[] numbers = new double[rows];
            Blocks.run(rows, WORTH, (from, to) -> {
                double[] some = new double[Long.SIZE];
                for (int row = from; row < to; row += some.length) {
                    int end = Math.min(to, row + some.length);
                    number.at(row, end, some);
                    System.arraycopy(some, 0, numbers, row, end - row);
                }
            });
            return numbers;
        }

        @Override
        public void release() {
            ready = null;
        }

        private NumberNode number() {
            NumberNode known = ready;
            return known == null ? one : known;
        }

        @Override
        public double at(int row) {
            return number().at(row);
        }

        @Override
        public void at(int from, int to, double[] out) {
            number().at(from, to, out);
        }
    }

    /** Numbers that were computed before. */
    record Known(double[] numbers) implements NumberNode {
        @Override
        public double at(int row) {
            return numbers[row];
        }

        @Override
        public void at(int from, int to, double[] out) {
            System.arraycopy(numbers, from, out, 0, to - from);
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

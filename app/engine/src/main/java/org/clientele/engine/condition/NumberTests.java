package org.clientele.engine.condition;

import java.util.Arrays;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.KeyRange;
import org.clientele.engine.column.MeasureColumn;
import org.jspecify.annotations.Nullable;

/** Comparisons of numbers and dates. A column against a constant is compared exactly, by order keys. */
final class NumberTests {
    /** Every key but the one of missing values. */
    private static final long LEAST = Column.MISSING_ORDER + 1;

    private static final long MOST = Long.MAX_VALUE;

    /** So many rows are not worth an array. */
    private static final int FEW = 16;

    private NumberTests() {}

    static Comparison.Test of(NumberNode left, Operator operator, NumberNode right) {
        if (left instanceof NumberNode.Measure(MeasureColumn column)
                && right instanceof NumberNode.Constant(double threshold)
                && !Double.isNaN(threshold)) {
            return keys(column, operator, threshold);
        }
        return new Numbers(left, operator, right);
    }

    /** Two numbers that are computed. */
    private record Numbers(NumberNode left, Operator operator, NumberNode right) implements Comparison.Test {
        @Override
        public byte at(int row) {
            double a = left.at(row);
            double b = right.at(row);
            return Double.isNaN(a) || Double.isNaN(b) ? Kleene.UNKNOWN : Kleene.of(compare(a, operator, b));
        }

        @Override
        public void prepare() {
            left.prepare();
            right.prepare();
        }

        @Override
        public void release() {
            left.release();
            right.release();
        }

        @Override
        public long holding(int from, int to) {
            return holding(from, to, new double[to - from], new double[to - from]);
        }

        /** {@inheritDoc} The same room serves all words. */
        @Override
        public void words(int from, int to, int rows, long[] words, int first) {
            double[] a = new double[Long.SIZE];
            double[] b = new double[Long.SIZE];
            for (int word = from; word < to; word++) {
                words[first + word - from] = holding(word * Long.SIZE, Math.min(rows, (word + 1) * Long.SIZE), a, b);
            }
        }

        private long holding(int from, int to, double[] a, double[] b) {
            int rows = to - from;
            left.at(from, to, a);
            right.at(from, to, b);
            return switch (operator) {
                case LESS -> less(a, b, rows);
                case MORE -> less(b, a, rows);
                case AT_MOST -> atMost(a, b, rows);
                case AT_LEAST -> atMost(b, a, rows);
                default -> same(a, b, rows, operator == Operator.EQUAL);
            };
        }

        /** A comparison with a missing number holds never. */
        private static long less(double[] a, double[] b, int rows) {
            long bits = 0;
            for (int i = 0; i < rows; i++) {
                bits |= (a[i] < b[i] ? 1L : 0L) << i;
            }
            return bits;
        }

        private static long same(double[] a, double[] b, int rows, boolean same) {
            long bits = 0;
            for (int i = 0; i < rows; i++) {
                boolean known = !Double.isNaN(a[i]) & !Double.isNaN(b[i]);
                bits |= (known & a[i] == b[i] == same ? 1L : 0L) << i;
            }
            return bits;
        }

        private static long atMost(double[] a, double[] b, int rows) {
            long bits = 0;
            for (int i = 0; i < rows; i++) {
                bits |= (a[i] <= b[i] ? 1L : 0L) << i;
            }
            return bits;
        }
    }

    static Comparison.Test in(NumberNode subject, double[] elements) {
        if (subject instanceof NumberNode.Measure(MeasureColumn column)) {
            long[] keys = Arrays.stream(elements)
                    .filter(e -> column.floorOrder(e) == column.ceilingOrder(e))
                    .mapToLong(column::floorOrder)
                    .sorted()
                    .toArray();
            return row -> {
                long key = column.order(row);
                return key == Column.MISSING_ORDER ? Kleene.UNKNOWN : Kleene.of(Arrays.binarySearch(keys, key) >= 0);
            };
        }
        return row -> {
            double value = subject.at(row);
            return Double.isNaN(value)
                    ? Kleene.UNKNOWN
                    : Kleene.of(Arrays.stream(elements).anyMatch(e -> e == value));
        };
    }

    private static Comparison.Test keys(MeasureColumn column, Operator operator, double threshold) {
        long floor = column.floorOrder(threshold);
        long ceiling = column.ceilingOrder(threshold);
        return switch (operator) {
            case LESS -> new Keys(column, LEAST, ceiling - 1, true);
            case AT_MOST -> new Keys(column, LEAST, floor, true);
            case MORE -> floor == MOST ? none(column) : new Keys(column, floor + 1, MOST, true);
            case AT_LEAST -> new Keys(column, ceiling, MOST, true);
            default -> equality(column, floor, ceiling, operator == Operator.EQUAL);
        };
    }

    /** A threshold between two possible values ({@code count == 1.5}) equals none of them. */
    private static Comparison.Test equality(MeasureColumn column, long floor, long ceiling, boolean equal) {
        return floor == ceiling ? new Keys(column, floor, floor, equal) : new Keys(column, MOST, LEAST, equal);
    }

    private static Comparison.Test none(MeasureColumn column) {
        return new Keys(column, MOST, LEAST, true);
    }

    /** Keys between two bounds, both included, or the others. */
    private record Keys(MeasureColumn column, long least, long most, boolean within) implements Comparison.Test {
        @Override
        public byte at(int row) {
            long key = column.order(row);
            return key == Column.MISSING_ORDER ? Kleene.UNKNOWN : Kleene.of((key >= least && key <= most) == within);
        }

        @Override
        public @Nullable KeyRange range() {
            return within ? new KeyRange(column, least, most) : null;
        }

        @Override
        public long holding(int from, int to) {
            return to - from < FEW ? Comparison.Test.super.holding(from, to) : holding(from, to, new long[to - from]);
        }

        /** {@inheritDoc} The same room serves all words. */
        @Override
        public void words(int from, int to, int rows, long[] words, int first) {
            long[] keys = new long[Long.SIZE];
            for (int word = from; word < to; word++) {
                words[first + word - from] = holding(word * Long.SIZE, Math.min(rows, (word + 1) * Long.SIZE), keys);
            }
        }

        private long holding(int from, int to, long[] keys) {
            int rows = to - from;
            column.orders(from, to, keys);
            return within ? within(keys, rows) : known(keys, rows) & ~within(keys, rows);
        }

        /** The key of missing values is below every bound. */
        private long within(long[] keys, int rows) {
            long bits = 0;
            for (int i = 0; i < rows; i++) {
                bits |= (keys[i] >= least & keys[i] <= most ? 1L : 0L) << i;
            }
            return bits;
        }

        private static long known(long[] keys, int rows) {
            long bits = 0;
            for (int i = 0; i < rows; i++) {
                bits |= (keys[i] != Column.MISSING_ORDER ? 1L : 0L) << i;
            }
            return bits;
        }
    }

    private static boolean compare(double a, Operator operator, double b) {
        return switch (operator) {
            case LESS -> a < b;
            case AT_MOST -> a <= b;
            case MORE -> a > b;
            case AT_LEAST -> a >= b;
            case EQUAL -> a == b;
            default -> a != b;
        };
    }
}

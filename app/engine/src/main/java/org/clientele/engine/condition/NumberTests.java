package org.clientele.engine.condition;

import java.util.Arrays;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.MeasureColumn;

/** Comparisons of numbers and dates. A column against a constant is compared exactly, by order keys. */
final class NumberTests {
    private NumberTests() {}

    static Comparison.Test of(NumberNode left, Operator operator, NumberNode right) {
        if (left instanceof NumberNode.Measure(MeasureColumn column)
                && right instanceof NumberNode.Constant(double threshold)
                && !Double.isNaN(threshold)) {
            return keys(column, operator, threshold);
        }
        return row -> {
            double a = left.at(row);
            double b = right.at(row);
            return Double.isNaN(a) || Double.isNaN(b) ? Kleene.UNKNOWN : Kleene.of(compare(a, operator, b));
        };
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
            case LESS ->
                row -> {
                    long key = column.order(row);
                    return key == Column.MISSING_ORDER ? Kleene.UNKNOWN : Kleene.of(key < ceiling);
                };
            case AT_MOST ->
                row -> {
                    long key = column.order(row);
                    return key == Column.MISSING_ORDER ? Kleene.UNKNOWN : Kleene.of(key <= floor);
                };
            case MORE ->
                row -> {
                    long key = column.order(row);
                    return key == Column.MISSING_ORDER ? Kleene.UNKNOWN : Kleene.of(key > floor);
                };
            case AT_LEAST ->
                row -> {
                    long key = column.order(row);
                    return key == Column.MISSING_ORDER ? Kleene.UNKNOWN : Kleene.of(key >= ceiling);
                };
            default -> equality(column, floor, ceiling, operator == Operator.EQUAL);
        };
    }

    /** A threshold between two possible values ({@code count == 1.5}) equals none of them. */
    private static Comparison.Test equality(MeasureColumn column, long floor, long ceiling, boolean equal) {
        boolean possible = floor == ceiling;
        return row -> {
            long key = column.order(row);
            return key == Column.MISSING_ORDER ? Kleene.UNKNOWN : Kleene.of((possible && key == floor) == equal);
        };
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

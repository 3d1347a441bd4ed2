package org.clientele.engine.condition;

import java.util.List;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.DateColumn;
import org.clientele.engine.column.KeyRange;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.column.NumberColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.column.WholeColumn;
import org.jspecify.annotations.Nullable;

/**
 * One comparison: how it is computed, and the same things for people.
 *
 * @param test computes it for a row
 * @param subject what is compared
 * @param operator how
 * @param thresholds with what: one, a list's elements, or nothing
 */
record Comparison(Test test, Operand subject, Operator operator, List<Operand> thresholds) {
    /** Computes a comparison for a row. */
    @FunctionalInterface
    interface Test {
        byte at(int row);

        /** Called before all rows are asked for, so that what they share is computed once. */
        default void prepare() {
            // most share nothing
        }

        /** Called when all rows have been asked for. */
        default void release() {
            // most hold nothing
        }

        /** The rows for which it holds, where this is a matter of one column; null: each is asked. */
        default @Nullable KeyRange range() {
            return null;
        }

        /** {@link TruthNode#holding} of the comparison. */
        default long holding(int from, int to) {
            long bits = 0;
            for (int row = from; row < to; row++) {
                if (at(row) == Kleene.TRUE) {
                    bits |= 1L << row - from;
                }
            }
            return bits;
        }

        /** {@link TruthNode#words} of the comparison. */
        default void words(int from, int to, int rows, long[] words, int first) {
            for (int word = from; word < to; word++) {
                words[first + word - from] = holding(word * Long.SIZE, Math.min(rows, (word + 1) * Long.SIZE));
            }
        }
    }

    byte at(int row) {
        return test.at(row);
    }

    Comparison negated() {
        return new Comparison(new Negated(test), subject, operator.negated(), thresholds);
    }

    private record Negated(Test positive) implements Test {
        @Override
        public byte at(int row) {
            return Kleene.not(positive.at(row));
        }

        @Override
        public void prepare() {
            positive.prepare();
        }

        @Override
        public void release() {
            positive.release();
        }
    }

    Check check(int row) {
        return new Check(
                subject.label(),
                subject.value(row),
                operator,
                shown(row),
                thresholds.size() == 1 ? thresholds.getFirst().parameter() : null,
                Kleene.truth(at(row)),
                0);
    }

    private List<Value> shown(int row) {
        if (thresholds.size() == 1) {
            return List.of(shown(thresholds.getFirst(), row));
        }
        return thresholds.stream().map(threshold -> shown(threshold, row)).toList();
    }

    private Value shown(Operand threshold, int row) {
        return inUnitOf(subject.column(), threshold.value(row));
    }

    Gap gap(int row) {
        Value target =
                thresholds.isEmpty() ? Value.MISSING : thresholds.getFirst().value(row);
        double number = target.asDouble();
        if (subject.column() instanceof MeasureColumn column && !Double.isNaN(number)) {
            return measureGap(column, row, number);
        }
        return new Gap(subject.label(), operator, target, Value.MISSING);
    }

    private Gap measureGap(MeasureColumn column, int row, double number) {
        boolean stepwise = !(column instanceof NumberColumn);
        long step = stepwise ? 1 : 0;
        long order =
                switch (operator) {
                    case MORE -> column.floorOrder(number) + step;
                    case LESS -> column.ceilingOrder(number) - step;
                    case AT_MOST -> column.floorOrder(number);
                    default -> column.ceilingOrder(number);
                };
        Operator towards = !stepwise
                ? operator
                : switch (operator) {
                    case MORE -> Operator.AT_LEAST;
                    case LESS -> Operator.AT_MOST;
                    default -> operator;
                };
        boolean measurable = !column.isMissing(row) && operator != Operator.NOT_EQUAL;
        Value difference = measurable ? column.difference(column.order(row), order) : Value.MISSING;
        return new Gap(subject.label(), towards, column.fromOrder(order), difference);
    }

    /** A threshold of money is shown as money, one of a whole number as a whole number. */
    private static Value inUnitOf(@Nullable Column column, Value value) {
        if (!(value instanceof Value.Decimal decimal)) {
            return value instanceof Value.Whole whole && column instanceof MoneyColumn money
                    ? money.fromOrder(money.ceilingOrder(whole.number()))
                    : value;
        }
        double number = decimal.number();
        return switch (column) {
            case MoneyColumn money
            when money.floorOrder(number) == money.ceilingOrder(number) -> money.fromOrder(money.floorOrder(number));
            case WholeColumn whole
            when whole.floorOrder(number) == whole.ceilingOrder(number) -> whole.fromOrder(whole.floorOrder(number));
            case DateColumn date -> date.fromOrder(date.floorOrder(number));
            case null, default -> value;
        };
    }
}

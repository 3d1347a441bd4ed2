package org.clientele.engine.condition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a condition. Negation is pushed down to the comparisons, so that each is explained as it counts. */
sealed interface TruthNode {
    byte at(int row);

    /** The rows from, including, to, excluding, 64 at most, for which it holds: a bit each, from the lowest. */
    default long holding(int from, int to) {
        long bits = 0;
        for (int row = from; row < to; row++) {
            if (at(row) == Kleene.TRUE) {
                bits |= 1L << row - from;
            }
        }
        return bits;
    }

    /**
     * {@link #holding} of 64 rows in each of the words from, including, to, excluding.
     *
     * @param rows how many rows there are
     * @param words takes them from the place {@code first} on
     */
    default void words(int from, int to, int rows, long[] words, int first) {
        for (int word = from; word < to; word++) {
            words[first + word - from] = holding(word * Long.SIZE, Math.min(rows, (word + 1) * Long.SIZE));
        }
    }

    TruthNode negated();

    /** Adds the comparisons that were made, from left to right. */
    void explain(int row, List<Check> checks);

    /** Whether a value that is known fails in this part; a missing one that has to be there does not count. */
    boolean failsByValue(int row);

    /** What is lacking for this part to hold; empty when it holds, null when nothing a customer does makes it hold. */
    @Nullable
    List<Gap> gaps(int row);

    /** A literal. */
    record Constant(boolean value) implements TruthNode {
        @Override
        public byte at(int row) {
            return Kleene.of(value);
        }

        @Override
        public TruthNode negated() {
            return new Constant(!value);
        }

        @Override
        public boolean failsByValue(int row) {
            return !value;
        }

        @Override
        public void explain(int row, List<Check> checks) {
            // a literal compares nothing
        }

        @Override
        public @Nullable List<Gap> gaps(int row) {
            return value ? List.of() : null;
        }
    }

    /**
     * A comparison.
     *
     * @param text by which it is remembered; null: it is not
     */
    record Leaf(Comparison comparison, @Nullable String text) implements TruthNode {
        Leaf(Comparison comparison) {
            this(comparison, null);
        }

        @Override
        public byte at(int row) {
            return comparison.at(row);
        }

        @Override
        public long holding(int from, int to) {
            return comparison.test().holding(from, to);
        }

        @Override
        public void words(int from, int to, int rows, long[] words, int first) {
            comparison.test().words(from, to, rows, words, first);
        }

        @Override
        public TruthNode negated() {
            return new Leaf(comparison.negated(), text == null ? null : "!(" + text + ")");
        }

        @Override
        public boolean failsByValue(int row) {
            return comparison.operator() != Operator.PRESENT && comparison.at(row) == Kleene.FALSE;
        }

        @Override
        public void explain(int row, List<Check> checks) {
            checks.add(comparison.check(row));
        }

        @Override
        public List<Gap> gaps(int row) {
            return at(row) == Kleene.TRUE ? List.of() : List.of(comparison.gap(row));
        }
    }

    /** Both. */
    record And(TruthNode left, TruthNode right) implements TruthNode {
        @Override
        public byte at(int row) {
            byte first = left.at(row);
            if (first == Kleene.FALSE) {
                return Kleene.FALSE;
            }
            byte second = right.at(row);
            return second == Kleene.FALSE ? Kleene.FALSE : (byte) Math.min(first, second);
        }

        @Override
        public long holding(int from, int to) {
            long first = left.holding(from, to);
            return first == 0 ? 0 : first & right.holding(from, to);
        }

        @Override
        public void words(int from, int to, int rows, long[] words, int first) {
            left.words(from, to, rows, words, first);
            long[] other = new long[to - from];
            right.words(from, to, rows, other, 0);
            for (int word = 0; word < other.length; word++) {
                words[first + word] &= other[word];
            }
        }

        @Override
        public TruthNode negated() {
            return new Or(left.negated(), right.negated());
        }

        @Override
        public boolean failsByValue(int row) {
            return left.failsByValue(row) || right.failsByValue(row);
        }

        @Override
        public void explain(int row, List<Check> checks) {
            left.explain(row, checks);
            right.explain(row, checks);
        }

        @Override
        public @Nullable List<Gap> gaps(int row) {
            List<Gap> first = left.gaps(row);
            List<Gap> second = right.gaps(row);
            if (first == null || second == null) {
                return null;
            }
            List<Gap> both = new ArrayList<>(first);
            both.addAll(second);
            return both;
        }
    }

    /** At least one. */
    record Or(TruthNode left, TruthNode right) implements TruthNode {
        @Override
        public byte at(int row) {
            byte first = left.at(row);
            if (first == Kleene.TRUE) {
                return Kleene.TRUE;
            }
            byte second = right.at(row);
            return second == Kleene.TRUE ? Kleene.TRUE : (byte) Math.min(first, second);
        }

        @Override
        public long holding(int from, int to) {
            return left.holding(from, to) | right.holding(from, to);
        }

        @Override
        public void words(int from, int to, int rows, long[] words, int first) {
            left.words(from, to, rows, words, first);
            long[] other = new long[to - from];
            right.words(from, to, rows, other, 0);
            for (int word = 0; word < other.length; word++) {
                words[first + word] |= other[word];
            }
        }

        @Override
        public TruthNode negated() {
            return new And(left.negated(), right.negated());
        }

        @Override
        public boolean failsByValue(int row) {
            return left.failsByValue(row) || right.failsByValue(row);
        }

        @Override
        public void explain(int row, List<Check> checks) {
            left.explain(row, checks);
            right.explain(row, checks);
        }

        /** {@inheritDoc} Of two ways the one that lacks less; the left one when they lack the same. */
        @Override
        public @Nullable List<Gap> gaps(int row) {
            List<Gap> first = left.gaps(row);
            List<Gap> second = right.gaps(row);
            if (first == null || second == null) {
                return first == null ? second : first;
            }
            return second.size() < first.size() ? second : first;
        }
    }

    /** One of two, as a third decides; unknown when the third is. */
    record Choice(TruthNode when, TruthNode then, TruthNode otherwise) implements TruthNode {
        @Override
        public byte at(int row) {
            return switch (when.at(row)) {
                case Kleene.TRUE -> then.at(row);
                case Kleene.FALSE -> otherwise.at(row);
                default -> Kleene.UNKNOWN;
            };
        }

        @Override
        public TruthNode negated() {
            return new Choice(when, then.negated(), otherwise.negated());
        }

        @Override
        public boolean failsByValue(int row) {
            return switch (when.at(row)) {
                case Kleene.TRUE -> then.failsByValue(row);
                case Kleene.FALSE -> otherwise.failsByValue(row);
                default -> when.failsByValue(row);
            };
        }

        @Override
        public void explain(int row, List<Check> checks) {
            when.explain(row, checks);
            switch (when.at(row)) {
                case Kleene.TRUE -> then.explain(row, checks);
                case Kleene.FALSE -> otherwise.explain(row, checks);
                default -> {
                    // neither branch was looked at
                }
            }
        }

        @Override
        public @Nullable List<Gap> gaps(int row) {
            return switch (when.at(row)) {
                case Kleene.TRUE -> then.gaps(row);
                case Kleene.FALSE -> otherwise.gaps(row);
                default -> when.gaps(row);
            };
        }
    }

    /** Two parts that must agree; unknown when one is. */
    record Same(TruthNode left, TruthNode right, boolean same) implements TruthNode {
        @Override
        public byte at(int row) {
            byte first = left.at(row);
            byte second = right.at(row);
            return first == Kleene.UNKNOWN || second == Kleene.UNKNOWN
                    ? Kleene.UNKNOWN
                    : Kleene.of((first == second) == same);
        }

        @Override
        public TruthNode negated() {
            return new Same(left, right, !same);
        }

        @Override
        public boolean failsByValue(int row) {
            return at(row) == Kleene.FALSE;
        }

        @Override
        public void explain(int row, List<Check> checks) {
            left.explain(row, checks);
            right.explain(row, checks);
        }

        @Override
        public @Nullable List<Gap> gaps(int row) {
            return at(row) == Kleene.TRUE ? List.of() : null;
        }
    }
}

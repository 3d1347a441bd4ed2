package org.clientele.engine.condition;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.clientele.engine.numeric.Blocks;
import org.jspecify.annotations.Nullable;

/** A condition bound to columns. Immutable and safe to share between threads; rows are those of the columns. */
public final class Condition {
    /** A condition that holds for every row. */
    public static final Condition ALWAYS = new Condition(new TruthNode.Constant(true), null);

    /** So many words of 64 rows are worth a thread. */
    private static final int WORTH = 256;

    private final TruthNode root;
    private final @Nullable Remembered remembered;

    Condition(TruthNode root, @Nullable Remembered remembered) {
        this.root = root;
        this.remembered = remembered;
    }

    /** Whether the condition holds; an unknown one does not. */
    public boolean holds(int row) {
        return root.at(row) == Kleene.TRUE;
    }

    /** The condition that holds where this one fails, and is unknown where this one is. */
    public Condition negated() {
        return new Condition(root.negated(), remembered);
    }

    /** What the condition says of a row. */
    public Truth truth(int row) {
        return Kleene.truth(root.at(row));
    }

    /**
     * Whether the condition fails by a value that is known, and not only because something is missing that has to be there:
     * {@code !missing(drill_date)} fails of somebody without the date, but by no value.
     */
    public boolean failsByValue(int row) {
        return root.at(row) == Kleene.FALSE && root.failsByValue(row);
    }

    /** The rows from 0 to {@code rows − 1} for which the condition holds. */
    public BitSet holding(int rows) {
        return BitSet.valueOf(remembered == null ? computed(root, rows) : words(root, rows, remembered));
    }

    /** A part that is unknown holds as little as one that fails, so that what holds is made of what its comparisons hold for. */
    private static long[] words(TruthNode node, int rows, Remembered remembered) {
        return switch (node) {
            case TruthNode.And(TruthNode left, TruthNode right) -> {
                long[] both = words(left, rows, remembered).clone();
                long[] other = words(right, rows, remembered);
                for (int word = 0; word < both.length; word++) {
                    both[word] &= other[word];
                }
                yield both;
            }
            case TruthNode.Or(TruthNode left, TruthNode right) -> {
                long[] either = words(left, rows, remembered).clone();
                long[] other = words(right, rows, remembered);
                for (int word = 0; word < either.length; word++) {
                    either[word] |= other[word];
                }
                yield either;
            }
            case TruthNode.Leaf leaf -> words(leaf, rows, remembered);
            default -> computed(node, rows);
        };
    }

    private static long[] words(TruthNode.Leaf leaf, int rows, Remembered remembered) {
        String text = leaf.text();
        if (text == null) {
            return computed(leaf, rows);
        }
        return remembered.comparison(rows + " " + text, () -> {
            Comparison.Test test = leaf.comparison().test();
            test.prepare();
            try {
                return computed(leaf, rows);
            } finally {
                test.release();
            }
        });
    }

    /** A bit for each row. */
    static long[] computed(TruthNode node, int rows) {
        long[] words = new long[(rows + Long.SIZE - 1) / Long.SIZE];
        Blocks.run(words.length, WORTH, (from, to) -> node.words(from, to, rows, words, from));
        return words;
    }

    /** The comparisons that decide for this row, from left to right; a negation is folded into its comparisons. */
    public List<Check> explain(int row) {
        List<Check> checks = new ArrayList<>();
        root.explain(row, checks);
        return checks;
    }

    /**
     * What is lacking for the condition to hold: of alternatives the one that lacks the fewest comparisons, the first of equals.
     * Empty when the condition holds; null when nothing makes it hold.
     */
    public @Nullable List<Gap> gaps(int row) {
        return root.gaps(row);
    }
}

package org.clientele.engine.condition;

import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.clientele.engine.column.CodeColumn;

/** Comparisons of texts. A column against a literal is decided once for each different text, then by code. */
final class TextTests {
    private TextTests() {}

    static Comparison.Test of(TextNode left, Operator operator, TextNode right) {
        BiPredicate<String, String> predicate = predicate(operator);
        if (left instanceof TextNode.Coded(CodeColumn column) && right instanceof TextNode.Constant(String text)) {
            return codes(column, value -> predicate.test(value, text));
        }
        return row -> {
            String a = left.at(row);
            String b = right.at(row);
            return a == null || b == null ? Kleene.UNKNOWN : Kleene.of(predicate.test(a, b));
        };
    }

    static Comparison.Test in(TextNode subject, List<String> elements) {
        Set<String> set = Set.copyOf(elements);
        if (subject instanceof TextNode.Coded(CodeColumn column)) {
            return codes(column, set::contains);
        }
        return row -> {
            String text = subject.at(row);
            return text == null ? Kleene.UNKNOWN : Kleene.of(set.contains(text));
        };
    }

    private static Comparison.Test codes(CodeColumn column, Predicate<String> predicate) {
        boolean[] matching = column.dictionary().matching(predicate);
        return new Codes(column, matching);
    }

    /** Texts that match by their code. */
    private record Codes(CodeColumn column, boolean[] matching) implements Comparison.Test {
        @Override
        public byte at(int row) {
            int code = column.get(row);
            return code == CodeColumn.MISSING ? Kleene.UNKNOWN : Kleene.of(matching[code]);
        }

        @Override
        public long holding(int from, int to) {
            long bits = 0;
            for (int row = from; row < to; row++) {
                int code = column.get(row);
                bits |= (code != CodeColumn.MISSING && matching[code] ? 1L : 0L) << row - from;
            }
            return bits;
        }
    }

    private static BiPredicate<String, String> predicate(Operator operator) {
        return switch (operator) {
            case EQUAL -> String::equals;
            case NOT_EQUAL -> (a, b) -> !a.equals(b);
            case STARTS_WITH -> String::startsWith;
            case ENDS_WITH -> String::endsWith;
            case CONTAINS -> String::contains;
            default -> throw new IllegalArgumentException("Texts cannot be compared by " + operator);
        };
    }
}

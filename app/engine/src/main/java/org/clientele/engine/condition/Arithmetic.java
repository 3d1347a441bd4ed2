package org.clientele.engine.condition;

/** The four operations; constants are folded. A result that is not finite is missing. */
final class Arithmetic {
    private Arithmetic() {}

    static NumberNode negation(NumberNode node) {
        return node instanceof NumberNode.Constant constant
                ? new NumberNode.Constant(-constant.value())
                : row -> -node.at(row);
    }

    static NumberNode of(String function, NumberNode left, NumberNode right) {
        NumberNode node =
                switch (function) {
                    case "_+_" -> row -> left.at(row) + right.at(row);
                    case "_-_" -> row -> left.at(row) - right.at(row);
                    case "_*_" -> row -> left.at(row) * right.at(row);
                    case "_/_" -> row -> left.at(row) / right.at(row);
                    default -> throw new IllegalArgumentException("Function %s cannot be computed".formatted(function));
                };
        boolean constant = left instanceof NumberNode.Constant && right instanceof NumberNode.Constant;
        return constant ? new NumberNode.Constant(finite(node.at(0))) : row -> finite(node.at(row));
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }
}

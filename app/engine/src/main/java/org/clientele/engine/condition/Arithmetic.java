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
        NumberNode node = new Operation(sign(function), left, right);
        boolean constant = left instanceof NumberNode.Constant && right instanceof NumberNode.Constant;
        return constant ? new NumberNode.Constant(node.at(0)) : node;
    }

    private static Sign sign(String function) {
        return switch (function) {
            case "_+_" -> Sign.PLUS;
            case "_-_" -> Sign.MINUS;
            case "_*_" -> Sign.TIMES;
            case "_/_" -> Sign.BY;
            default -> throw new IllegalArgumentException("Function %s cannot be computed".formatted(function));
        };
    }

    private enum Sign {
        PLUS,
        MINUS,
        TIMES,
        BY
    }

    private record Operation(Sign sign, NumberNode left, NumberNode right) implements NumberNode {
        @Override
        public double at(int row) {
            double a = left.at(row);
            double b = right.at(row);
            return finite(
                    switch (sign) {
                        case PLUS -> a + b;
                        case MINUS -> a - b;
                        case TIMES -> a * b;
                        case BY -> a / b;
                    });
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
        public void at(int from, int to, double[] out) {
            int rows = to - from;
            double[] second = new double[rows];
            left.at(from, to, out);
            right.at(from, to, second);
            switch (sign) {
                case PLUS -> plus(out, second, rows);
                case MINUS -> minus(out, second, rows);
                case TIMES -> times(out, second, rows);
                case BY -> by(out, second, rows);
            }
        }

        private static void plus(double[] out, double[] second, int rows) {
            for (int i = 0; i < rows; i++) {
                out[i] = finite(out[i] + second[i]);
            }
        }

        private static void minus(double[] out, double[] second, int rows) {
            for (int i = 0; i < rows; i++) {
                out[i] = finite(out[i] - second[i]);
            }
        }

        private static void times(double[] out, double[] second, int rows) {
            for (int i = 0; i < rows; i++) {
                out[i] = finite(out[i] * second[i]);
            }
        }

        private static void by(double[] out, double[] second, int rows) {
            for (int i = 0; i < rows; i++) {
                out[i] = finite(out[i] / second[i]);
            }
        }
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }
}

package org.clientele.engine.condition;

/** A formula bound to columns. Immutable and safe to share between threads. */
public final class NumberExpression {
    private final NumberNode root;

    NumberExpression(NumberNode root) {
        this.root = root;
    }

    /** The number of a row; money in major units; NaN when it is missing, never infinite. */
    public double at(int row) {
        double value = root.at(row);
        return Double.isFinite(value) ? value : Double.NaN;
    }
}

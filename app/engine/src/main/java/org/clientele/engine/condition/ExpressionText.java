package org.clientele.engine.condition;

import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Locale;

/** Writes an expression that is more than one variable as a reason shows it. */
final class ExpressionText {
    private ExpressionText() {}

    static String of(CelExpr node) {
        return switch (node.getKind()) {
            case IDENT -> node.ident().name();
            case CONSTANT -> constant(node);
            case CALL -> of(node.call());
            default -> "…";
        };
    }

    private static String constant(CelExpr node) {
        return switch (node.constant().getKind()) {
            case INT64_VALUE -> Long.toString(node.constant().int64Value());
            case DOUBLE_VALUE ->
                String.format(Locale.ROOT, "%s", node.constant().doubleValue());
            case BOOLEAN_VALUE -> Boolean.toString(node.constant().booleanValue());
            case STRING_VALUE -> "\"" + node.constant().stringValue() + "\"";
            default -> "…";
        };
    }

    static String of(CelExpr.CelCall call) {
        List<CelExpr> args = call.args();
        String function = call.function();
        if (function.equals("-_")) {
            return "-" + operand(args.get(0));
        }
        boolean binary = function.length() == 3 && function.startsWith("_") && args.size() == 2;
        if (binary) {
            return operand(args.get(0)) + " " + function.charAt(1) + " " + operand(args.get(1));
        }
        return function.startsWith("_")
                ? "…"
                : function + "("
                        + String.join(
                                ", ", args.stream().map(ExpressionText::of).toList()) + ")";
    }

    private static String operand(CelExpr node) {
        boolean composed = node.getKind() == CelExpr.ExprKind.Kind.CALL;
        return composed ? "(" + of(node) + ")" : of(node);
    }
}
